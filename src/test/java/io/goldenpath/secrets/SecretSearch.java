package io.goldenpath.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Looks for secrets in texts, in every form in which a server or we may have written them. */
final class SecretSearch {

  /** Of base64 a part is enough, for what stands before it shifts its letters. */
  private static final int PART = 10;

  private final Map<String, String> wanted = new LinkedHashMap<>();

  SecretSearch(List<String> secrets) {
    for (String secret : secrets) {
      forms(secret).forEach(form -> wanted.put(form, secret));
    }
  }

  /** The secrets that this text shows, each with the form in which it does. */
  List<String> in(String text) {
    return wanted.entrySet().stream()
        .filter(entry -> text.contains(entry.getKey()))
        .map(entry -> entry.getValue() + " as " + entry.getKey())
        .toList();
  }

  private static Stream<String> forms(String secret) {
    String json = JsonMapper.shared().writeValueAsString(secret);
    String inner = json.substring(1, json.length() - 1);
    return Stream.of(
        secret,
        secret.toLowerCase(Locale.ROOT),
        inner,
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        part(Base64.getEncoder(), secret, ""),
        part(Base64.getUrlEncoder(), secret, ""),
        part(Base64.getEncoder(), secret, "user:"),
        part(Base64.getUrlEncoder(), secret, "user:"));
  }

  private static String part(Base64.Encoder encoder, String secret, String before) {
    String all = encoder.encodeToString((before + secret).getBytes(StandardCharsets.UTF_8));
    int from = (before.length() * 8 + 5) / 6 + 2;
    return all.substring(from, Math.min(all.length() - 3, from + PART));
  }
}
