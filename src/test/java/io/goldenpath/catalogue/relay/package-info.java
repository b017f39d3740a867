/** A relay before a server that breaks what passes below the WebSocket frame. */
@NullMarked
package io.goldenpath.catalogue.relay;

import org.jspecify.annotations.NullMarked;
