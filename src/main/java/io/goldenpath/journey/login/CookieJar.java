package io.goldenpath.journey.login;

import io.goldenpath.model.target.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.cookie.MalformedCookieException;

/** Cookie jar of one user, by the rules of RFC 6265bis as Chromium applies them. */
public final class CookieJar {

  private static final int SECRET_LENGTH = 8;
  private static final int MOST_OF_SITE = 180;
  private static final int LEFT_OF_SITE = 150;

  /** The one that was set last comes last. */
  private final Map<Cookie.Key, Cookie> cookies = new LinkedHashMap<>();

  private final Map<String, String> refusals = new LinkedHashMap<>();

  public CookieJar copy() {
    CookieJar copy = new CookieJar();
    copy.cookies.putAll(cookies);
    copy.refusals.putAll(refusals);
    return copy;
  }

  /** Gives each cookie this value; an empty value makes an empty jar. */
  CookieJar withValue(String value) {
    CookieJar forged = new CookieJar();
    if (!value.isEmpty()) {
      cookies.forEach((key, cookie) -> forged.cookies.put(key, cookie.withValue(Secret.of(value))));
    }
    return forged;
  }

  void receive(URI from, Collection<String> setCookies, Instant now) {
    CookieAddress address = CookieAddress.of(from);
    for (String line : setCookies) {
      String name = line.split("[=;]", 2)[0].strip();
      try {
        keep(SetCookieParser.parse(address, line, now), address);
        refusals.remove(name);
      } catch (MalformedCookieException refused) {
        refusals.put(name, refused.getMessage());
      }
    }
  }

  private void keep(Cookie cookie, CookieAddress from) throws MalformedCookieException {
    if (!from.secure() && cookies.values().stream().anyMatch(old -> old.hides(cookie))) {
      throw new MalformedCookieException("it came over plain HTTP, and a Secure one is kept");
    }
    cookies.remove(cookie.key());
    cookies.put(cookie.key(), cookie);
    forgetOldest(cookie.site());
  }

  /** Of a site with too many those go that were set first, and those that are Secure last. */
  private void forgetOldest(String site) {
    List<Cookie> all =
        cookies.values().stream().filter(cookie -> cookie.site().equals(site)).toList();
    if (all.size() > MOST_OF_SITE) {
      all.stream()
          .sorted(Comparator.comparing(Cookie::secure))
          .limit(all.size() - LEFT_OF_SITE)
          .map(Cookie::key)
          .forEach(key -> {
            cookies.remove(key);
            refusals.put(key.name(), "they keep %d of a site".formatted(MOST_OF_SITE));
          });
    }
  }

  /** Why a browser sends none of the cookies that were set, by name. */
  Map<String, String> obstacles(URI to, Instant now) {
    Map<String, String> obstacles = new LinkedHashMap<>();
    refusals.forEach((name, why) -> obstacles.put(name, "is refused by browsers: " + why));
    for (Cookie cookie : cookies.values()) {
      String obstacle = cookie.obstacle(CookieAddress.of(to), now);
      if (obstacle != null) {
        obstacles.put(cookie.key().name(), obstacle);
      }
    }
    return obstacles;
  }

  /** Value of the {@code Cookie} header, the longest path first; empty where no cookie matches. */
  Optional<Secret> header(URI to, Instant now) {
    CookieAddress address = CookieAddress.of(to);
    List<Cookie> matching =
        cookies.values().stream()
            .filter(cookie -> cookie.goesTo(address, now))
            .sorted(Comparator.comparingInt(cookie -> -cookie.key().path().length()))
            .toList();
    return matching.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Secret.of(matching.stream().map(Cookie::pair).collect(Collectors.joining("; "))));
  }

  /** Of several cookies of one name the youngest counts. */
  public Map<String, Secret> byName() {
    Map<String, Secret> values = new LinkedHashMap<>();
    cookies.values().forEach(cookie -> values.put(cookie.key().name(), cookie.value()));
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
}
