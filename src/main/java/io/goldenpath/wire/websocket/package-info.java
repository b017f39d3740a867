/** WebSocket client: handshake, frames and messages by RFC 6455 and RFC 7692. */
@NullMarked
package io.goldenpath.wire.websocket;

import org.jspecify.annotations.NullMarked;
