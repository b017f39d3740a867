/** The HTML pages of verdicts and runs. */
@NullMarked
package io.goldenpath.web.page;

import org.jspecify.annotations.NullMarked;
