/** The status page: a row for each probe, the worst first. */
@NullMarked
package io.goldenpath.web.page.status;

import org.jspecify.annotations.NullMarked;
