/** The monitor's process ends in the middle of what it watches, and is started again. */
@NullMarked
package io.goldenpath.restart;

import org.jspecify.annotations.NullMarked;
