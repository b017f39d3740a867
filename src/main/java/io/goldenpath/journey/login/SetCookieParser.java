package io.goldenpath.journey.login;

import io.goldenpath.model.target.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.cookie.MalformedCookieException;
import org.apache.hc.client5.http.impl.cookie.BasicClientCookie;
import org.apache.hc.client5.http.impl.cookie.LaxExpiresHandler;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.jspecify.annotations.Nullable;

/** Parses {@code Set-Cookie} as Chromium does (RFC 6265bis): a bad attribute is ignored. */
final class SetCookieParser {

  private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();
  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");
  private static final Pattern SECONDS = Pattern.compile("-?\\d+");
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
    refuseIf(CONTROLS.matcher(header).find(), "it holds control characters");
    String[] parts = header.split(";", -1);
    int equals = parts[0].indexOf('=');
    String name = equals < 0 ? "" : parts[0].substring(0, equals).strip();
    String value = parts[0].substring(equals + 1).strip();
    for (int i = 1; i < parts.length; i++) {
      readAttribute(parts[i]);
    }
    refuseIf(name.isEmpty() && value.isEmpty(), "it has neither name nor value");
    refuseIf(size(name) + size(value) > MAX_PAIR_BYTES, "it is longer than 4096 bytes");
    refuseInsecure();
    String domain = domain();
    refusePrefix(name.isEmpty() ? value : name, name.isEmpty() || !domain.isEmpty());
    return new Cookie(
        new Cookie.Key(name, domain.isEmpty() ? from.host() : domain, path(), domain.isEmpty()),
        Secret.of(value),
        attributes.containsKey("secure"),
        expires());
  }

  private void readAttribute(String attribute) {
    int equals = attribute.indexOf('=');
    String name = equals < 0 ? attribute : attribute.substring(0, equals);
    String value = equals < 0 ? "" : attribute.substring(equals + 1).strip();
    String key = name.strip().toLowerCase(Locale.ROOT);
    boolean ignored =
        size(value) > MAX_ATTRIBUTE_BYTES
            || (key.equals("max-age") && !SECONDS.matcher(value).matches())
            || (key.equals("expires") && expiryDate(value) == null);
    if (!ignored) {
      attributes.put(key, value);
    }
  }

  private void refuseInsecure() throws MalformedCookieException {
    boolean secure = attributes.containsKey("secure");
    refuseIf(secure && !from.secure(), "it is Secure, and came over plain HTTP");
    boolean none = attributes.getOrDefault("samesite", "").equalsIgnoreCase("none");
    refuseIf(none && !secure, "SameSite=None needs Secure");
    refuseIf(attributes.containsKey("partitioned") && !secure, "Partitioned needs Secure");
  }

  private void refusePrefix(String name, boolean notOfHost) throws MalformedCookieException {
    boolean secure = attributes.containsKey("secure");
    String lower = name.toLowerCase(Locale.ROOT);
    refuseIf(lower.startsWith("__secure-") && !secure, "the prefix __Secure- needs Secure");
    refuseIf(
        lower.startsWith("__host-")
            && (!secure || notOfHost || !"/".equals(attributes.get("path"))),
        "the prefix __Host- needs Secure, Path=/ and no Domain");
  }

  /** Empty for a cookie of its host alone. */
  private String domain() throws MalformedCookieException {
    String written = attributes.getOrDefault("domain", "").toLowerCase(Locale.ROOT);
    String domain = written.startsWith(".") ? written.substring(1) : written;
    if (domain.isEmpty() || (from.isAddress() && domain.equals(from.host()))) {
      return "";
    }
    refuseIf(!from.isWithin(domain), "its Domain " + domain + " is not that of " + from.host());
    if (SUFFIXES.matches(domain)) {
      refuseIf(!domain.equals(from.host()), "its Domain " + domain + " is a public suffix");
      return "";
    }
    return domain;
  }

  private String path() {
    String path = attributes.getOrDefault("path", "");
    return path.startsWith("/") ? path : from.defaultCookiePath();
  }

  /** {@code Max-Age} before {@code Expires}; null for the length of the session. */
  private @Nullable Instant expires() {
    Instant latest = now.plus(LONGEST_LIFE);
    String seconds = attributes.get("max-age");
    if (seconds != null) {
      boolean over = seconds.startsWith("-") || seconds.matches("0+");
      boolean longest = seconds.length() > String.valueOf(LONGEST_LIFE.toSeconds()).length();
      Instant end = longest ? latest : now.plusSeconds(over ? 0 : Long.parseLong(seconds));
      return over ? Instant.EPOCH : end.isBefore(latest) ? end : latest;
    }
    Instant date = expiryDate(attributes.getOrDefault("expires", ""));
    return date == null || date.isBefore(latest) ? date : latest;
  }

  private static @Nullable Instant expiryDate(String text) {
    BasicClientCookie read = new BasicClientCookie("read", "");
    try {
      LaxExpiresHandler.INSTANCE.parse(read, text);
      return read.getExpiryInstant();
    } catch (MalformedCookieException _) {
      return null;
    }
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1).length;
  }

  private static void refuseIf(boolean broken, String why) throws MalformedCookieException {
    if (broken) {
      throw new MalformedCookieException(why);
    }
  }
}
