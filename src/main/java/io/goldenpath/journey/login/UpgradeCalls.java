package io.goldenpath.journey.login;

import io.goldenpath.framing.Framing;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TargetSocket;
import io.goldenpath.model.target.TokenLocation;
import io.goldenpath.wire.UpgradeCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Builds the upgrade request of a target: the token in every configured place, and the cookies. */
public final class UpgradeCalls {

  private UpgradeCalls() {}

  /** Empty where the variables do not make a ws or wss address. */
  public static Optional<UpgradeCall> of(
      TargetSocket socket, Route route, IssuedToken token, UserVariables variables) {
    return variables
        .address(socket.url())
        .filter(url ->
            Set.of("ws", "wss").contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT)))
        .map(url -> {
          Map<String, Secret> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          variables.trace(headers);
          socket
              .headers()
              .forEach((name, value) -> headers.put(name, Secret.of(variables.inHeader(value))));
          variables
              .cookies()
              .header(url, variables.now())
              .ifPresent(value -> cookie(headers, value.reveal()));
          List<String> subprotocols = new ArrayList<>(socket.subprotocols());
          URI carrying = url;
          for (TokenLocation carrier : socket.tokenLocations()) {
            carrying = withToken(carrier, token, carrying, headers, subprotocols);
          }
          return new UpgradeCall(carrying, headers, subprotocols, socket.maxMessageBytes(), route);
        });
  }

  /** Adds the query parameters and subprotocols of the framing. */
  public static UpgradeCall framed(UpgradeCall call, Framing framing) {
    String query = "&" + call.url().getRawQuery();
    URI url = call.url();
    for (Map.Entry<String, String> parameter : framing.query().entrySet()) {
      if (!query.contains("&" + parameter.getKey() + "=")) {
        url = withParameter(url, parameter.getKey(), parameter.getValue());
      }
    }
    List<String> subprotocols = new ArrayList<>(framing.subprotocols());
    subprotocols.addAll(call.subprotocols());
    return new UpgradeCall(url, call.headers(), subprotocols, call.maxMessage(), call.route());
  }

  private static URI withToken(
      TokenLocation carrier,
      IssuedToken issued,
      URI url,
      Map<String, Secret> headers,
      List<String> subprotocols) {
    String token = issued.value().reveal();
    switch (carrier) {
      case TokenLocation _ when token.isEmpty() -> {}
      case TokenLocation.Header() -> headers.put("Authorization", Secret.of("Bearer " + token));
      case TokenLocation.Subprotocol() -> subprotocols.add("jwt." + base64Url(token));
      case TokenLocation.Query(var parameter) -> {
        return withParameter(url, parameter, token);
      }
      case TokenLocation.Cookie(var name) when name != null -> cookie(headers, name + "=" + token);
      case TokenLocation.Cookie _ -> {}
      case TokenLocation.FirstMessage _ -> {}
    }
    return url;
  }

  private static void cookie(Map<String, Secret> headers, String pair) {
    headers.merge(
        "Cookie", Secret.of(pair), (old, add) -> Secret.of(old.reveal() + "; " + add.reveal()));
  }

  private static String base64Url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static URI withParameter(URI url, String name, String value) {
    String pair = UserHttpClient.encoded(name) + "=" + UserHttpClient.encoded(value);
    return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + pair);
  }
}
