/** What all probes did lately, from the history's aggregates. */
@NullMarked
package io.goldenpath.history.overview;

import org.jspecify.annotations.NullMarked;
