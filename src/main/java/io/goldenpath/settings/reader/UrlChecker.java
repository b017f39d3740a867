package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Template;
import io.goldenpath.settings.mistakes.Mistakes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks addresses, and the names of headers. Variables may stand in an address. */
final class UrlChecker {

  private final Mistakes mistakes;

  UrlChecker(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** The address, its variables stood for by a letter; empty, with a mistake, where it is none. */
  Optional<URI> checkUrl(String at, @Nullable Secret written, String plain, String secure) {
    String example = secure + "://api.example.com";
    if (written == null || written.reveal().isBlank()) {
      mistakes.add(at, "is missing; expected an address such as " + example);
      return Optional.empty();
    }
    if (written.reveal().contains("${")) {
      return Optional.empty();
    }
    String text = Template.of(written.reveal()).fill(_ -> "x");
    try {
      URI url = new URI(text);
      if (!plain.equals(url.getScheme()) && !secure.equals(url.getScheme())) {
        mistakes.add(
            at,
            "expected %s:// or %s://, but found '%s'".formatted(plain, secure, withoutQuery(text)));
        return Optional.empty();
      }
      if (url.getHost() == null || url.getUserInfo() != null) {
        mistakes.add(at, "expected an address with a host and no user, such as " + example);
        return Optional.empty();
      }
      return Optional.of(url);
    } catch (URISyntaxException broken) {
      mistakes.add(
          at, "is no address: %s; expected one such as %s".formatted(broken.getReason(), example));
      return Optional.empty();
    }
  }

  void checkHeaderNames(String at, Set<String> names) {
    for (String name : names) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.contains("test") || lower.contains("e2e")) {
        mistakes.add(
            at + ".headers." + name,
            "a header name must not hold 'test' or 'e2e': some platforms switch authentication"
                + " off for those");
      }
    }
  }

  private static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query) + "?…";
  }
}
