package io.goldenpath.redaction;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Encodings in which one secret may be met in a text: escaped, encoded, within another. */
final class SecretEncodings {

  /** Shorter ones in base64 would be met by chance. */
  private static final int WORTH_ENCODING = 6;

  /** Letters that no kind of escaping changes. */
  private static final Pattern NEVER_ESCAPED = Pattern.compile("[A-Za-z0-9._*-]*");

  private static final Pattern ESCAPED_OCTET = Pattern.compile("%[0-9A-F]{2}");

  private SecretEncodings() {}

  static Set<String> of(String secret) {
    Set<String> forms = new LinkedHashSet<>();
    if (secret.isBlank()) {
      return forms;
    }
    forms.add(secret);
    if (secret.contains("@")) {
      forms.add(secret.toLowerCase(Locale.ROOT));
    }
    for (String plain : Set.copyOf(forms)) {
      if (!NEVER_ESCAPED.matcher(plain).matches()) {
        forms.addAll(escaped(plain));
      }
      if (plain.length() >= WORTH_ENCODING) {
        forms.addAll(inBase64(plain));
      }
    }
    return forms;
  }

  private static Set<String> escaped(String text) {
    Set<String> forms = new LinkedHashSet<>();
    String json = json(text);
    forms.add(json);
    forms.add(json(json));
    forms.add(json.replace("/", "\\/"));
    forms.add(ascii(json, false));
    forms.add(ascii(json, true));
    forms.add(html(text));
    String url = URLEncoder.encode(text, StandardCharsets.UTF_8);
    forms.add(url);
    forms.add(url.replace("+", "%20"));
    forms.add(lowerOctets(url));
    forms.add(lowerOctets(url.replace("+", "%20")));
    return forms;
  }

  /** Each of the three alignments has a middle that does not depend on what stands before. */
  private static Set<String> inBase64(String text) {
    Set<String> forms = new LinkedHashSet<>();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      int first = (before * 8 + 5) / 6;
      int last = shifted.length * 8 / 6;
      forms.add(Base64.getEncoder().encodeToString(shifted).substring(first, last));
      forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(first, last));
    }
    return forms;
  }

  private static String json(String text) {
    return text.chars().mapToObj(SecretEncodings::json).collect(Collectors.joining());
  }

  private static String json(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < ' ' ? "\\u%04x".formatted(c) : String.valueOf((char) c);
    };
  }

  private static String ascii(String text, boolean capitals) {
    return text.chars()
        .mapToObj(c ->
            c < 0x7f ? String.valueOf((char) c) : (capitals ? "\\u%04X" : "\\u%04x").formatted(c))
        .collect(Collectors.joining());
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String lowerOctets(String url) {
    return ESCAPED_OCTET.matcher(url).replaceAll(octet -> octet.group().toLowerCase(Locale.ROOT));
  }
}
