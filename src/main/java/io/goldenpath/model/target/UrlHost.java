package io.goldenpath.model.target;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host of an address, read as browsers do: {@link URI#getHost} knows no underscores and no IDN. */
public final class UrlHost {

  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[^@]*@)?(\\[[^]]+]|[^:]+)(?::\\d{1,5})?");

  private static final Pattern PORT = Pattern.compile(":(\\d{1,5})$");

  private UrlHost() {}

  /** In small ASCII letters, an IPv6 address in brackets; empty where there is none. */
  public static Optional<String> of(URI url) {
    try {
      return written(url).map(UrlHost::ascii);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Why the host is no name, as a clause; empty where it is one, and where there is none. */
  public static Optional<String> flaw(URI url) {
    try {
      written(url).ifPresent(UrlHost::ascii);
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.ofNullable(wrong.getMessage());
    }
  }

  private static Optional<String> written(URI url) {
    return Optional.ofNullable(url.getAuthority())
        .map(AUTHORITY::matcher)
        .filter(Matcher::matches)
        .map(authority -> authority.group(1));
  }

  private static String ascii(String host) {
    return host.startsWith("[") ? host.toLowerCase(Locale.ROOT) : HostName.toAscii(host);
  }

  /** As written, or that of the scheme. */
  public static int port(URI url) {
    Matcher port = PORT.matcher(String.valueOf(url.getAuthority()));
    return port.find() ? Integer.parseInt(port.group(1)) : isEncrypted(url) ? 443 : 80;
  }

  /** Whether the scheme is https or wss. */
  public static boolean isEncrypted(URI url) {
    return url.getScheme().equalsIgnoreCase("https") || url.getScheme().equalsIgnoreCase("wss");
  }
}
