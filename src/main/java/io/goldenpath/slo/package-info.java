/** How much of what a probe's objective allows to fail has failed. */
@NullMarked
package io.goldenpath.slo;

import org.jspecify.annotations.NullMarked;
