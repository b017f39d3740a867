/** Everything that the demo platform can get wrong, and other ways for it to be right. */
@NullMarked
package io.goldenpath.catalogue;

import org.jspecify.annotations.NullMarked;
