/** Limits and contract of a target, tightened from what its live runs had in common. */
@NullMarked
package io.goldenpath.inference.live;

import org.jspecify.annotations.NullMarked;
