/** Plain JSON: each frame is one message, and nothing else is ever sent. */
@NullMarked
package io.goldenpath.framing.json;

import org.jspecify.annotations.NullMarked;
