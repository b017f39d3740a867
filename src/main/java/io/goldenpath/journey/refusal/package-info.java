/** Bad tokens, one at a time and a good one after each. */
@NullMarked
package io.goldenpath.journey.refusal;

import org.jspecify.annotations.NullMarked;
