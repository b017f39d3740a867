/** Due times, the run queue and rate limits. */
@NullMarked
package io.goldenpath.schedule;

import org.jspecify.annotations.NullMarked;
