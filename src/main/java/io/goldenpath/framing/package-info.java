/** How messages travel on a socket: what one frame holds, and what keeps the connection alive. */
@NullMarked
package io.goldenpath.framing;

import org.jspecify.annotations.NullMarked;
