package io.goldenpath.model.target;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy.
 *
 * @param credentials User and password, with a colon between them; null where it asks for none.
 */
public record ProxyServer(String host, int port, @Nullable Secret credentials) {

  private static final int DEFAULT_PORT = 80;
  private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)(?!http:)[a-z][a-z0-9+.-]*://");
  private static final Pattern WRITTEN =
      Pattern.compile("(?i)(?:(.*)@)?(\\[[0-9a-f:.]+]|[^:/?#@\\s]+)(?::(\\d{1,5}))?/?");

  /** Empty where this is no address of an HTTP proxy; its scheme may be left out. */
  public static Optional<ProxyServer> parse(String written) {
    Matcher parts = WRITTEN.matcher(written.strip().replaceFirst("(?i)^http://", ""));
    if (!parts.matches() || OTHER_SCHEME.matcher(written.strip()).lookingAt()) {
      return Optional.empty();
    }
    int port = parts.group(3) == null ? DEFAULT_PORT : Integer.parseInt(parts.group(3));
    return host(parts.group(2))
        .map(host -> new ProxyServer(host, port, credentials(parts.group(1))));
  }

  private static Optional<String> host(String written) {
    try {
      return Optional.of(
          written.startsWith("[") ? written.replaceAll("[\\[\\]]", "") : HostName.toAscii(written));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** What it is told of who asks; empty without credentials. */
  public Optional<Secret> authorization() {
    return Optional.ofNullable(credentials)
        .map(text -> text.reveal().getBytes(StandardCharsets.UTF_8))
        .map(bytes -> Secret.of("Basic " + Base64.getEncoder().encodeToString(bytes)));
  }

  public Optional<Secret> password() {
    return Optional.ofNullable(credentials)
        .map(text -> text.reveal().split(":", 2)[1])
        .filter(password -> !password.isEmpty())
        .map(Secret::of);
  }

  private static @Nullable Secret credentials(@Nullable String written) {
    if (written == null) {
      return null;
    }
    String[] parts = written.split(":", 2);
    return Secret.of(decoded(parts[0]) + ":" + (parts.length == 1 ? "" : decoded(parts[1])));
  }

  /** As written where its percent signs escape nothing. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
