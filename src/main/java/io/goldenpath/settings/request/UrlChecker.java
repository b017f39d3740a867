package io.goldenpath.settings.request;

import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Template;
import io.goldenpath.model.target.UrlHost;
import io.goldenpath.settings.mistakes.SettingKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks URLs, in which variables may stand. */
public final class UrlChecker {

  private UrlChecker() {}

  /** Empty with a mistake, or without one for a placeholder, which binding has reported. */
  public static Optional<URI> check(SettingKey at, @Nullable Secret written, String plain) {
    String secure = plain + "s";
    String example = secure + "://api.example.com";
    if (written == null || written.reveal().isBlank()) {
      return at.wrong("is missing; expected an address such as " + example);
    }
    if (written.reveal().contains("${")) {
      return Optional.empty();
    }
    String text = Template.of(written.reveal()).fill(_ -> "x");
    try {
      URI url = new URI(text);
      if (!plain.equalsIgnoreCase(url.getScheme()) && !secure.equalsIgnoreCase(url.getScheme())) {
        String shown = text.replaceFirst("(?s)\\?.*", "?…");
        return at.wrong("expected %s:// or %s://, but found '%s'", plain, secure, shown);
      }
      Optional<String> flaw = UrlHost.flaw(url);
      if (flaw.isPresent()) {
        return at.wrong("its host is no name: %s; expected one as in %s", flaw.get(), example);
      }
      return UrlHost.of(url).isEmpty() || url.getRawAuthority().contains("@")
          ? at.wrong("expected an address with a host and no user, such as " + example)
          : Optional.of(url);
    } catch (URISyntaxException broken) {
      return at.wrong("is no address: %s; expected one such as %s", broken.getReason(), example);
    }
  }
}
