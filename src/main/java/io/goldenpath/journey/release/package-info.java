/** Reads a target's release beside its runs. */
@NullMarked
package io.goldenpath.journey.release;

import org.jspecify.annotations.NullMarked;
