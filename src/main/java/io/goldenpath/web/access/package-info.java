/** Who may act, and what every response carries. */
@NullMarked
package io.goldenpath.web.access;

import org.jspecify.annotations.NullMarked;
