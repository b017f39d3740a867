package io.goldenpath.journey;

import io.goldenpath.probe.Route;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.TargetSocket;
import io.goldenpath.probe.TokenCarrier;
import io.goldenpath.wire.UpgradeCall;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The request for a target's socket, with the token in every place that it is asked for. */
final class Upgrades {

  private Upgrades() {}

  /** The request; empty where the variables do not make an address of it. */
  static Optional<UpgradeCall> of(
      TargetSocket socket, Route route, IssuedToken token, Variables variables) {
    return address(variables.inUrl(socket.url()))
        .map(url -> {
          Map<String, Secret> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          socket
              .headers()
              .forEach((name, value) -> headers.put(name, Secret.of(variables.inHeader(value))));
          List<String> subprotocols = new ArrayList<>(socket.subprotocols());
          URI asked = url;
          for (TokenCarrier carrier : socket.carriers()) {
            asked = load(carrier, token, variables, asked, headers, subprotocols);
          }
          return new UpgradeCall(asked, headers, subprotocols, socket.maxMessage(), route);
        });
  }

  private static URI load(
      TokenCarrier carrier,
      IssuedToken issued,
      Variables variables,
      URI url,
      Map<String, Secret> headers,
      List<String> subprotocols) {
    String token = issued.value().reveal();
    switch (carrier) {
      case TokenCarrier.Cookie(var name) when name == null ->
          variables
              .cookies()
              .header(url, variables.now())
              .ifPresent(value -> cookie(headers, value.reveal()));
      case TokenCarrier _ when token.isEmpty() -> {}
      case TokenCarrier.Header() -> headers.put("Authorization", Secret.of("Bearer " + token));
      case TokenCarrier.Subprotocol() -> subprotocols.add("jwt." + base64Url(token));
      case TokenCarrier.Query(var parameter) -> {
        return withQuery(url, parameter, token);
      }
      case TokenCarrier.Cookie(var name) -> cookie(headers, name + "=" + token);
      case TokenCarrier.First _ -> {}
    }
    return url;
  }

  private static void cookie(Map<String, Secret> headers, String pair) {
    headers.merge(
        "Cookie", Secret.of(pair), (old, add) -> Secret.of(old.reveal() + "; " + add.reveal()));
  }

  private static Optional<URI> address(String text) {
    try {
      URI url = new URI(text);
      boolean socket = "ws".equals(url.getScheme()) || "wss".equals(url.getScheme());
      return socket && url.getHost() != null ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static String base64Url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static URI withQuery(URI url, String name, String value) {
    String pair =
        URLEncoder.encode(name, StandardCharsets.UTF_8)
            + "="
            + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + pair);
  }
}
