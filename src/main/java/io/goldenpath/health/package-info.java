/** Health endpoints: the targets' verdicts for people on call, and the monitor's own loops. */
@NullMarked
package io.goldenpath.health;

import org.jspecify.annotations.NullMarked;
