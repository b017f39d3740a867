/** Other ways for a platform to be right, which the monitor must not notice. */
@NullMarked
package io.goldenpath.catalogue.variant;

import org.jspecify.annotations.NullMarked;
