/** Socket.IO 5 over Engine.IO 4: events and acknowledgements in one namespace, over WebSocket. */
@NullMarked
package io.goldenpath.framing.socketio;

import org.jspecify.annotations.NullMarked;
