/** The chart's page of values. */
@NullMarked
package io.goldenpath.chart;

import org.jspecify.annotations.NullMarked;
