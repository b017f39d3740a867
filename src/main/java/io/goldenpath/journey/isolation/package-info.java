/** Several users at once, behind a start barrier, judged together. */
@NullMarked
package io.goldenpath.journey.isolation;

import org.jspecify.annotations.NullMarked;
