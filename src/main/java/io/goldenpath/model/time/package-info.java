/** Clocks, deadlines, and how long things may take. */
@NullMarked
package io.goldenpath.model.time;

import org.jspecify.annotations.NullMarked;
