/** One user's WebSocket connection, from the welcome to the close. */
@NullMarked
package io.goldenpath.demo.connection;

import org.jspecify.annotations.NullMarked;
