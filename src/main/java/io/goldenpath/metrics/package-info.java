/** Prometheus metrics of runs, verdicts and settings. */
@NullMarked
package io.goldenpath.metrics;

import org.jspecify.annotations.NullMarked;
