package io.goldenpath.settings;

import io.goldenpath.probe.Secret;
import io.goldenpath.probe.TokenCarrier;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The WebSocket.
 *
 * @param url Address, ws or wss.
 * @param tokenIn Places that carry the token.
 * @param subprotocols Subprotocols to offer, without the token's own.
 * @param query Query parameter that carries the token.
 * @param headers Further headers of the upgrade.
 * @param maxMessage Longest message that is accepted.
 */
record SocketProperties(
    @Nullable String url,
    @DefaultValue("header") List<TokenCarrier> tokenIn,
    @Nullable List<String> subprotocols,
    @DefaultValue("token") String query,
    @DefaultValue Map<String, Secret> headers,
    @DefaultValue("4MB") DataSize maxMessage) {}
