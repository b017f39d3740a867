/** What a run's events promise, and the judgement of what came: pure functions, no clock. */
@NullMarked
package io.goldenpath.contract;

import org.jspecify.annotations.NullMarked;
