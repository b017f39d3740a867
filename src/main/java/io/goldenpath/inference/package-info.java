/** Settings of a monitor, made of a browser's recording. */
@NullMarked
package io.goldenpath.inference;

import org.jspecify.annotations.NullMarked;
