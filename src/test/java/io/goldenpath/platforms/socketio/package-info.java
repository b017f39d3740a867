/** Platforms behind Socket.IO, watched with nothing but YAML. */
@NullMarked
package io.goldenpath.platforms.socketio;

import org.jspecify.annotations.NullMarked;
