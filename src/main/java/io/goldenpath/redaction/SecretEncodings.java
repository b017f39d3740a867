package io.goldenpath.redaction;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.io.JsonStringEncoder;

/** Encodings in which one secret may be met in a text: escaped, encoded, within another. */
final class SecretEncodings {

  /** Shorter ones in base64 would be met by chance. */
  private static final int WORTH_ENCODING = 6;

  /** Letters that no kind of escaping changes. */
  private static final Pattern NEVER_ESCAPED = Pattern.compile("[A-Za-z0-9._*-]*");

  private static final Pattern OCTET = Pattern.compile("%[0-9A-F]{2}");
  private static final Pattern CODE_UNIT = Pattern.compile("\\\\u[0-9A-F]{4}");

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
    forms.add(lower(CODE_UNIT, json));
    forms.add(json(json));
    forms.add(json.replace("/", "\\/"));
    forms.add(ascii(json));
    forms.add(lower(CODE_UNIT, ascii(json)));
    forms.add(html(text));
    String url = URLEncoder.encode(text, StandardCharsets.UTF_8);
    forms.add(url);
    forms.add(url.replace("+", "%20"));
    forms.add(lower(OCTET, url));
    forms.add(lower(OCTET, url.replace("+", "%20")));
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
    return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
  }

  private static String ascii(String text) {
    return text.chars()
        .mapToObj(c -> c < 0x7f ? String.valueOf((char) c) : "\\u%04X".formatted(c))
        .collect(Collectors.joining());
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String lower(Pattern digits, String text) {
    return digits
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(found.group().toLowerCase(Locale.ROOT)));
  }
}
