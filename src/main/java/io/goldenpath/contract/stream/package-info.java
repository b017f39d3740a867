/** One user's events as they arrived: which run is the user's own, pairs, deadlines. */
@NullMarked
package io.goldenpath.contract.stream;

import org.jspecify.annotations.NullMarked;
