package io.goldenpath.model.target;

import java.net.IDN;
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
    Matcher authority = AUTHORITY.matcher(String.valueOf(url.getAuthority()));
    if (url.getAuthority() == null || !authority.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(IDN.toASCII(authority.group(1).toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
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
