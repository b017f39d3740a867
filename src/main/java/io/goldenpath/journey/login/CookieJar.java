package io.goldenpath.journey.login;

import io.goldenpath.model.target.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.Cookie;
import org.apache.hc.client5.http.cookie.CookieOrigin;
import org.apache.hc.client5.http.cookie.CookieSpec;
import org.apache.hc.client5.http.cookie.MalformedCookieException;
import org.apache.hc.client5.http.impl.cookie.BasicClientCookie;
import org.apache.hc.client5.http.impl.cookie.RFC6265CookieSpecFactory;
import org.apache.hc.client5.http.impl.cookie.RFC6265CookieSpecFactory.CompatibilityLevel;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** Cookie jar of one user, by the rules of RFC 6265 as browsers apply them. */
public final class CookieJar {

  private static final CookieSpec RULES =
      new RFC6265CookieSpecFactory(
              CompatibilityLevel.RELAXED, PublicSuffixMatcherLoader.getDefault())
          .create(HttpCoreContext.create());

  private static final int SECRET_LENGTH = 8;

  private final BasicCookieStore cookies = new BasicCookieStore();

  public CookieJar copy() {
    CookieJar copy = new CookieJar();
    cookies.getCookies().forEach(copy.cookies::addCookie);
    return copy;
  }

  /** Gives each cookie this value; an empty value makes an empty jar. */
  CookieJar withValue(String value) {
    CookieJar forged = new CookieJar();
    if (value.isEmpty()) {
      return forged;
    }
    for (Cookie cookie : cookies.getCookies()) {
      BasicClientCookie other = new BasicClientCookie(cookie.getName(), value);
      other.setDomain(cookie.getDomain());
      other.setPath(cookie.getPath());
      other.setSecure(cookie.isSecure());
      forged.cookies.addCookie(other);
    }
    return forged;
  }

  void receive(URI from, Collection<String> setCookies) {
    CookieOrigin origin = origin(from);
    for (String line : setCookies) {
      try {
        for (Cookie cookie : RULES.parse(new BasicHeader("Set-Cookie", line), origin)) {
          RULES.validate(cookie, origin);
          cookies.addCookie(cookie);
        }
      } catch (MalformedCookieException _) {
        // a browser drops a cookie that breaks the rules, and says nothing
      }
    }
  }

  /** Value of the {@code Cookie} header; empty where no cookie matches. */
  Optional<Secret> header(URI to, Instant now) {
    CookieOrigin origin = origin(to);
    List<Cookie> fitting =
        cookies.getCookies().stream()
            .filter(cookie -> !cookie.isExpired(now))
            .filter(cookie -> RULES.match(cookie, origin))
            .toList();
    return fitting.isEmpty()
        ? Optional.empty()
        : RULES.formatCookies(fitting).stream()
            .map(Header::getValue)
            .reduce((all, next) -> all + "; " + next)
            .map(Secret::of);
  }

  /** Of several cookies of one name the youngest counts. */
  public Map<String, Secret> byName() {
    Map<String, Secret> values = new LinkedHashMap<>();
    cookies.getCookies().stream()
        .sorted(Comparator.comparing(Cookie::getCreationInstant))
        .forEach(cookie -> values.put(cookie.getName(), Secret.of(value(cookie))));
    return values;
  }

  /** Values to redact; a short one, such as a language, is no secret. */
  public List<Secret> secrets() {
    return byName().values().stream()
        .filter(value -> value.reveal().length() >= SECRET_LENGTH)
        .toList();
  }

  @Override
  public String toString() {
    return "CookieJar" + byName().keySet();
  }

  private static String value(Cookie cookie) {
    return cookie.getValue() == null ? "" : cookie.getValue();
  }

  private static CookieOrigin origin(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https") || scheme.equals("wss");
    int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return new CookieOrigin(address.getHost(), port, path.isEmpty() ? "/" : path, secure);
  }
}
