/** Series for Prometheus: tells dashboards and alerts what was seen. */
@NullMarked
package io.goldenpath.metrics;

import org.jspecify.annotations.NullMarked;
