package io.goldenpath.inference.login;

import io.goldenpath.har.RecordedWebSocket;
import io.goldenpath.inference.chat.TextShape;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What carries the token in an upgrade, and what else in its address is made anew. */
final class SocketCarriers {

  private static final Set<String> OF_FRAMINGS =
      Set.of("graphql-transport-ws", "v12.stomp", "v11.stomp", "v10.stomp");
  private static final Set<String> OF_ENGINE_IO = Set.of("EIO", "transport", "t", "sid", "b64");
  private static final String JWT = "jwt.";

  private final RecordedWebSocket socket;
  private final CallChain chain;
  private final Substitutions known;
  private final List<String> tokenIn = new ArrayList<>();
  private final List<String> subprotocols = new ArrayList<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final List<String> made = new ArrayList<>();
  private @Nullable String query;
  private boolean external;

  SocketCarriers(RecordedWebSocket socket, CallChain chain, Substitutions known) {
    this.socket = socket;
    this.chain = chain;
    this.known = known;
  }

  /** Whether a token is in no recorded reply. */
  boolean external() {
    return external;
  }

  SocketAccess access() {
    socket.request().first("authorization").ifPresent(this::authorization);
    offered().forEach(this::subprotocol);
    String url = address();
    cookies();
    return new SocketAccess(url, tokenIn, query, subprotocols, headers, made);
  }

  /** The same with the login's cookies, where nothing else carries anything. */
  SocketAccess withCookies(SocketAccess access, List<ChainedCall> login) {
    boolean token = login.stream().anyMatch(call -> call.captures().containsKey("token"));
    return token
        ? access
        : new SocketAccess(
            access.url(),
            List.of("cookie"),
            access.query(),
            access.subprotocols(),
            access.headers(),
            access.made());
  }

  private void authorization(String value) {
    String[] parts = value.strip().split("\\s+", 2);
    if (parts.length == 2 && parts[0].equalsIgnoreCase("bearer")) {
      carried("token", parts[1]);
      tokenIn.add("header");
    } else {
      headers.put(
          "Authorization",
          known.placeholder("PROBE_AUTHORIZATION", "the upgrade's header Authorization"));
    }
  }

  private void carried(String name, String value) {
    if (!known.knows(value) && !chain.need(value, name, socket.at() + 1)) {
      known.put(value, "{token}");
      external = true;
    }
  }

  private List<String> offered() {
    return socket.request().all("sec-websocket-protocol").stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .filter(name -> !name.isEmpty() && !OF_FRAMINGS.contains(name))
        .toList();
  }

  private void subprotocol(String offered) {
    Optional<String> wrapped =
        offered.startsWith(JWT) ? decoded(offered.substring(JWT.length())) : Optional.empty();
    if (wrapped.isPresent()) {
      carried("token", wrapped.get());
      known.put(offered.substring(JWT.length()), "{token|base64url}");
      tokenIn.add("subprotocol");
    } else if (TextShape.isToken(offered) || chain.need(offered, "token", socket.at() + 1)) {
      carried("token", offered);
      subprotocols.add(known.text(offered));
    } else {
      subprotocols.add(offered);
    }
  }

  private static Optional<String> decoded(String base64url) {
    try {
      return Optional.of(
          new String(Base64.getUrlDecoder().decode(base64url), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private void cookies() {
    Map<String, String> sent = CallValues.cookies(socket.request());
    int before = chain.calls().size();
    chain.needCookies(sent, socket.at() + 1);
    if (!sent.isEmpty() && (chain.calls().size() > before || isLoginCookie(sent))) {
      if (tokenIn.isEmpty()) {
        tokenIn.add("cookie");
      }
    } else if (!sent.isEmpty() && chain.isEmpty() && tokenIn.isEmpty()) {
      headers.put("Cookie", known.placeholder("PROBE_COOKIE", "the upgrade's header Cookie"));
    }
  }

  private boolean isLoginCookie(Map<String, String> sent) {
    return chain.calls().stream()
        .flatMap(call -> call.call().response().all("set-cookie").stream())
        .map(cookie -> cookie.split("=", 2)[0])
        .anyMatch(sent::containsKey);
  }

  private String address() {
    int at = socket.url().indexOf('?');
    String path = at < 0 ? socket.url() : socket.url().substring(0, at);
    String parameters =
        at < 0
            ? ""
            : Arrays.stream(socket.url().substring(at + 1).split("&", -1))
                .map(this::parameter)
                .filter(parameter -> !parameter.isEmpty())
                .collect(Collectors.joining("&"));
    return path(path) + (parameters.isEmpty() ? "" : "?" + parameters);
  }

  private String path(String address) {
    int from = address.indexOf('/', address.indexOf("//") + 2);
    if (from < 0) {
      return address;
    }
    return address.substring(0, from)
        + Arrays.stream(address.substring(from).split("/", -1))
            .map(segment -> segment.isEmpty() ? segment : value(segment, "id", segment))
            .collect(Collectors.joining("/"));
  }

  private String parameter(String pair) {
    String[] parts = pair.split("=", 2);
    String value = parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
    if (OF_ENGINE_IO.contains(parts[0]) && socket.url().contains("EIO=")) {
      return "";
    }
    boolean secret = TextShape.isSensitive(parts[0]) || TextShape.isJwt(value);
    if (secret && query == null && !parts[0].toLowerCase(Locale.ROOT).contains("ticket")) {
      carried("token", value);
      query = parts[0];
      tokenIn.add("query");
      return "";
    }
    return parts.length < 2 ? pair : parts[0] + "=" + value(value, parts[0], parts[1]);
  }

  /** A variable for what an earlier reply had or the page makes, else what was recorded. */
  private String value(String value, String name, String written) {
    boolean telling =
        TextShape.isId(value) || TextShape.isToken(value) || TextShape.isSensitive(name);
    Optional<String> earlier =
        known.knows(value)
            ? Optional.of(known.text(value))
            : chain.reference(value, name, socket.at() + 1);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    if (!telling) {
      return written;
    }
    if (TextShape.isSensitive(name)) {
      return known.placeholder(
          "PROBE_" + name, "the parameter " + name + " of the socket's address");
    }
    String variable = "socket_" + name.replaceAll("[^A-Za-z0-9]+", "_");
    made.add(variable);
    known.put(value, "{" + variable + "}");
    return "{" + variable + "}";
  }
}
