package io.goldenpath.framing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a template may do with the value of a variable, behind a bar: {@code {id|string}}. */
public enum ValueFilter {
  /** The text of a number or boolean, so that it stands in quotes. */
  STRING,
  /** JSON, so that a text stands in quotes and a map is written out. */
  JSON,
  BASE64,
  BASE64URL,
  /** SHA-256, in hexadecimal digits. */
  SHA256,
  /** Encoded for a query of an address. */
  URL;

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** The names in a text such as {@code |json|base64}. */
  static List<String> names(String bars) {
    return Arrays.stream(bars.split("\\|")).filter(name -> !name.isEmpty()).toList();
  }

  /** Whether there is a filter of this name. */
  public static boolean isKnown(String name) {
    return Arrays.stream(values()).anyMatch(filter -> filter.label().equals(name));
  }

  /** Name of the filter in templates. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static @Nullable Object apply(String bars, @Nullable Object value) {
    Object filtered = value;
    for (String name : names(bars)) {
      filtered = valueOf(name.toUpperCase(Locale.ROOT)).apply(filtered);
    }
    return filtered;
  }

  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> MAPPER.writeValueAsString(value);
    };
  }

  private String apply(@Nullable Object value) {
    byte[] bytes = text(value).getBytes(StandardCharsets.UTF_8);
    return switch (this) {
      case STRING -> text(value);
      case JSON -> MAPPER.writeValueAsString(value);
      case BASE64 -> Base64.getEncoder().encodeToString(bytes);
      case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      case SHA256 -> HexFormat.of().formatHex(sha256(bytes));
      case URL -> URLEncoder.encode(text(value), StandardCharsets.UTF_8).replace("+", "%20");
    };
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
