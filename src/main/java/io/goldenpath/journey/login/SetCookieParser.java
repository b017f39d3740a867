package io.goldenpath.journey.login;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.goldenpath.model.target.HostName;
import io.goldenpath.model.target.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.cookie.MalformedCookieException;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.jspecify.annotations.Nullable;

/** Parses {@code Set-Cookie} as Chromium does (RFC 6265bis): a bad attribute is ignored. */
final class SetCookieParser {

  private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();
  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");
  private static final Pattern SECONDS = Pattern.compile("([-+]?)0*(\\d*)(?<=\\d)");
  private static final String HOLDS_CONTROLS = "it holds control characters";
  private static final List<String> PROMISES =
      List.of("__secure-", "__host-", "__http-", "__host-http-");
  private static final Duration LONGEST_LIFE = Duration.ofDays(400);
  private static final int MAX_PAIR_BYTES = 4096;
  private static final int MAX_ATTRIBUTE_BYTES = 1024;

  private final CookieAddress from;
  private final Instant now;
  private final Map<String, String> attributes = new HashMap<>();

  private SetCookieParser(CookieAddress from, Instant now) {
    this.from = from;
    this.now = now;
  }

  /**
   * A cookie that a browser would keep.
   *
   * @throws MalformedCookieException where a browser keeps none; the message says why
   */
  static Cookie parse(CookieAddress from, String header, Instant now)
      throws MalformedCookieException {
    return new SetCookieParser(from, now).parse(header);
  }

  private Cookie parse(String header) throws MalformedCookieException {
    refuseIf(CONTROLS.matcher(header).find(), HOLDS_CONTROLS);
    String[] parts = header.split(";", -1);
    int equals = parts[0].indexOf('=');
    String name = equals < 0 ? "" : trimmed(parts[0].substring(0, equals));
    String value = trimmed(parts[0].substring(equals + 1));
    for (int i = 1; i < parts.length; i++) {
      readAttribute(parts[i]);
    }
    refuseIf(name.isEmpty() && value.isEmpty(), "it has neither name nor value");
    refuseIf(size(name) + size(value) > MAX_PAIR_BYTES, "it is longer than 4096 bytes");
    refuseInsecure();
    String domain = domain();
    refusePrefix(name, value);
    return new Cookie(
        new Cookie.Key(name, domain.isEmpty() ? from.host() : domain, path(), domain.isEmpty()),
        Secret.of(value),
        attributes.containsKey("secure"),
        expires());
  }

  /** The last of a name counts, whatever its value is. */
  private void readAttribute(String attribute) throws MalformedCookieException {
    int equals = attribute.indexOf('=');
    String name = trimmed(equals < 0 ? attribute : attribute.substring(0, equals));
    String value = equals < 0 ? "" : trimmed(attribute.substring(equals + 1));
    if (size(value) <= MAX_ATTRIBUTE_BYTES) {
      attributes.put(name.toLowerCase(Locale.ROOT), value);
    }
  }

  private static String trimmed(String part) throws MalformedCookieException {
    String trimmed = part.strip();
    refuseIf(trimmed.indexOf('\t') >= 0, HOLDS_CONTROLS);
    return trimmed;
  }

  private void refuseInsecure() throws MalformedCookieException {
    boolean secure = attributes.containsKey("secure");
    refuseIf(secure && !from.secure(), "it is Secure, and came over plain HTTP");
    boolean none = attributes.getOrDefault("samesite", "").equalsIgnoreCase("none");
    refuseIf(none && !secure, "SameSite=None needs Secure");
    refuseIf(attributes.containsKey("partitioned") && !secure, "Partitioned needs Secure");
  }

  private void refusePrefix(String name, String value) throws MalformedCookieException {
    refuseIf(
        name.isEmpty() && PROMISES.stream().anyMatch(prefix -> begins(value, prefix)),
        "it has no name, and its value begins like a prefix");
    boolean secure = attributes.containsKey("secure");
    boolean hidden = secure && attributes.containsKey("httponly");
    boolean ofHost = from.isAddress() || attributes.getOrDefault("domain", "").isEmpty();
    refuseIf(begins(name, "__secure-") && !secure, "the prefix __Secure- needs Secure");
    refuseIf(
        begins(name, "__host-") && !(secure && ofHost && "/".equals(attributes.get("path"))),
        "the prefix __Host- needs Secure, Path=/ and no Domain");
    refuseIf(
        (begins(name, "__http-") || begins(name, "__host-http-")) && !hidden,
        "the prefixes __Http- and __Host-Http- need Secure and HttpOnly");
  }

  private static boolean begins(String text, String prefix) {
    return text.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  /** Empty for a cookie of its host alone. */
  private String domain() throws MalformedCookieException {
    String written = attributes.getOrDefault("domain", "");
    if (written.isEmpty()) {
      return "";
    }
    String domain = ascii(written.startsWith(".") ? written.substring(1) : written);
    refuseIf(
        domain.isEmpty() || !from.isWithin(domain),
        "its Domain " + domain + " is not that of " + from.host());
    boolean suffix = SUFFIXES.matches(domain);
    refuseIf(suffix && !domain.equals(from.host()), "its Domain " + domain + " is a public suffix");
    return suffix || from.isAddress() ? "" : domain;
  }

  /** Headers are bytes, of which browsers make UTF-8 here; empty for what is no name. */
  private static String ascii(String name) {
    String text = new String(name.getBytes(ISO_8859_1), UTF_8);
    try {
      return HostName.toAscii(text);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private String path() {
    String path = attributes.getOrDefault("path", "");
    return path.startsWith("/") ? path : from.defaultCookiePath();
  }

  /** {@code Max-Age} before {@code Expires}; null for the length of the session. */
  private @Nullable Instant expires() {
    Instant latest = now.plus(LONGEST_LIFE);
    Matcher seconds = SECONDS.matcher(attributes.getOrDefault("max-age", ""));
    if (seconds.matches()) {
      String digits = seconds.group(2);
      boolean over = seconds.group(1).equals("-") || digits.isEmpty();
      boolean longest = digits.length() > String.valueOf(LONGEST_LIFE.toSeconds()).length();
      Instant end = longest ? latest : now.plusSeconds(over ? 0 : Long.parseLong(digits));
      return over ? Instant.EPOCH : end.isBefore(latest) ? end : latest;
    }
    return CookieDate.parse(attributes.getOrDefault("expires", ""))
        .map(end -> end.isBefore(latest) ? end : latest)
        .orElse(null);
  }

  private static int size(String text) {
    return text.getBytes(ISO_8859_1).length;
  }

  private static void refuseIf(boolean broken, String why) throws MalformedCookieException {
    if (broken) {
      throw new MalformedCookieException(why);
    }
  }
}
