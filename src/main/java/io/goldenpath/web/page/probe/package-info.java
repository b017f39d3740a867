/** What the page of one probe says of how it is watched. */
@NullMarked
package io.goldenpath.web.page.probe;

import org.jspecify.annotations.NullMarked;
