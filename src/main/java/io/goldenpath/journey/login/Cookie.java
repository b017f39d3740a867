package io.goldenpath.journey.login;

import io.goldenpath.model.target.Secret;
import java.time.Instant;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.jspecify.annotations.Nullable;

/** Cookie that a browser keeps; {@code expires} is null for one of the session. */
record Cookie(Key key, Secret value, boolean secure, @Nullable Instant expires) {

  private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

  /** What makes a later cookie replace this one. */
  record Key(String name, String domain, String path, boolean hostOnly) {}

  boolean goesTo(CookieAddress to, Instant now) {
    return obstacle(to, now) == null;
  }

  /** Why a browser does not send it there, as the end of a sentence; null where it does. */
  @Nullable String obstacle(CookieAddress to, Instant now) {
    if (isExpired(now)) {
      return "has run out (see its Max-Age or Expires)";
    }
    if (key.hostOnly() ? !to.host().equals(key.domain()) : !to.isWithin(key.domain())) {
      return "is for the host " + key.domain();
    }
    if (!to.isUnder(key.path())) {
      return "is for the path " + key.path();
    }
    return secure && !to.secure() ? "is Secure" : null;
  }

  /** Whether this one stays where a page of plain HTTP sets the other. */
  boolean hides(Cookie other) {
    String domain = key.domain();
    String others = other.key.domain();
    boolean related =
        domain.equals(others) || domain.endsWith("." + others) || others.endsWith("." + domain);
    return secure && related && key.name().equals(other.key.name());
  }

  /** Domain that somebody has registered, or the host where there is none. */
  String site() {
    String registered = SUFFIXES.getDomainRoot(key.domain());
    return registered == null ? key.domain() : registered;
  }

  private boolean isExpired(Instant now) {
    return expires != null && !now.isBefore(expires);
  }

  /** As it stands in the {@code Cookie} header. */
  String pair() {
    return (key.name().isEmpty() ? "" : key.name() + "=") + value.reveal();
  }

  Cookie withValue(Secret other) {
    return new Cookie(key, other, secure, expires);
  }
}
