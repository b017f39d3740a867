/** Malformed messages, bursts, dropped connections and reconnects. */
@NullMarked
package io.goldenpath.journey.recovery;

import org.jspecify.annotations.NullMarked;
