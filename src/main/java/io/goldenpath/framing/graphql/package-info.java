/** GraphQL over WebSocket: operations of the subprotocol {@code graphql-transport-ws}. */
@NullMarked
package io.goldenpath.framing.graphql;

import org.jspecify.annotations.NullMarked;
