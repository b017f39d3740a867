package io.goldenpath.journey;

import io.goldenpath.probe.Secret;
import io.goldenpath.probe.TargetSocket;
import io.goldenpath.probe.TokenCarrier;
import io.goldenpath.wire.UpgradeCall;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The request for a target's socket, with the token in every place that it is asked for. */
final class Upgrades {

  private Upgrades() {}

  static UpgradeCall of(TargetSocket socket, IssuedToken token) {
    String text = token.value().reveal();
    Map<String, Secret> headers = new HashMap<>(socket.headers());
    List<String> subprotocols = new ArrayList<>(socket.subprotocols());
    String url = socket.url();
    if (!text.isEmpty()) {
      if (socket.tokenIn().contains(TokenCarrier.HEADER)) {
        headers.put("Authorization", Secret.of("Bearer " + text));
      }
      if (socket.tokenIn().contains(TokenCarrier.SUBPROTOCOL)) {
        subprotocols.add("jwt." + base64Url(text));
      }
      if (socket.tokenIn().contains(TokenCarrier.QUERY)) {
        url = withQuery(url, socket.query(), text);
      }
    }
    return new UpgradeCall(URI.create(url), headers, subprotocols, socket.maxMessage());
  }

  private static String base64Url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String withQuery(String url, String name, String value) {
    String pair =
        URLEncoder.encode(name, StandardCharsets.UTF_8)
            + "="
            + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return url + (url.contains("?") ? "&" : "?") + pair;
  }
}
