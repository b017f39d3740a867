/** Health endpoints: the verdicts of the targets, liveness and readiness of the monitor. */
@NullMarked
package io.goldenpath.health;

import org.jspecify.annotations.NullMarked;
