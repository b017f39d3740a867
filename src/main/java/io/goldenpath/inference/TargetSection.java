package io.goldenpath.inference;

import io.goldenpath.inference.chat.Chat;
import io.goldenpath.inference.exchange.RecordedExchange;
import io.goldenpath.inference.login.RecordedLogin;
import io.goldenpath.inference.login.SocketAccess;
import io.goldenpath.inference.yaml.YamlMap;
import io.goldenpath.inference.yaml.YamlScalar;
import java.util.Optional;

/** The target: login, socket, users, limits. */
record TargetSection(
    KnownDialect dialect,
    Chat chat,
    RecordedLogin login,
    RecordedExchange exchange,
    RecordedRun run) {

  YamlMap yaml() {
    YamlMap target = new LoginSection(login, run).yaml();
    SocketAccess access = login.socket();
    target.put("socket", socket(access), "");
    target.put("dialect", dialect.name(), dialect.why());
    target.put("contract", dialect.contract(), "");
    RecordedLimits limits = RecordedLimits.of(chat, login, run);
    target.put(
        "limits", limits.yaml(), "four times what was recorded, so that load does not fail a run");
    target.put("journeys", new YamlMap().raw("golden-path", journey(limits), journeyReason()), "");
    return target;
  }

  private YamlMap socket(SocketAccess access) {
    YamlMap socket = new YamlMap().put("url", access.url(), "as the page opened it");
    if (!access.tokenIn().isEmpty()) {
      socket.raw("token-in", YamlScalar.list(access.tokenIn()), "where the upgrade carried it");
    } else if (login.external() || !login.calls().isEmpty()) {
      socket.put("token-in", "none", "it is in a message, a header or the address");
    }
    if (access.query() != null) {
      socket.put("query", access.query(), "name of its parameter");
    }
    if (!access.subprotocols().isEmpty()) {
      socket.raw(
          "subprotocols", YamlScalar.list(access.subprotocols()), "as the page offered them");
    }
    YamlMap headers = new YamlMap();
    chat.socket()
        .request()
        .first("origin")
        .filter(origin -> !origin.equals("null"))
        .ifPresent(origin -> headers.put("Origin", origin, "of the page"));
    access
        .headers()
        .forEach((header, value) ->
            headers.put(header, value, "? a secret that no recorded call explains"));
    return socket.put("headers", headers, "");
  }

  private String journey(RecordedLimits limits) {
    String tools = run.tools().isPresent() ? ", tools: optional" : "";
    return "{ every: %s, timeout: %s%s }".formatted(limits.every(), limits.timeout(), tools);
  }

  private String journeyReason() {
    return Optional.of("? required, if each answer needs the tool")
        .filter(_ -> run.tools().isPresent())
        .orElse("");
  }
}
