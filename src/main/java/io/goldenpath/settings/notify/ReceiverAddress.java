package io.goldenpath.settings.notify;

import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.UrlHost;
import io.goldenpath.settings.mistakes.SettingKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks addresses without showing them: most give access to whoever knows them. */
record ReceiverAddress(SettingKey at, String example) {

  Optional<URI> read(@Nullable Secret written) {
    if (written == null || written.reveal().isBlank()) {
      return at.wrong("is missing; expected an address such as %s", example);
    }
    // binding has reported a placeholder
    return written.reveal().contains("${") ? Optional.empty() : check(written.reveal());
  }

  private Optional<URI> check(String text) {
    try {
      URI url = new URI(text);
      boolean web = "http".equalsIgnoreCase(url.getScheme()) || isEncrypted(url);
      if (!web || url.getHost() == null || url.getRawUserInfo() != null) {
        return at.wrong(
            "expected http:// or https:// with a host and no user, such as %s; what is written is"
                + " not shown",
            example);
      }
      return Optional.of(url);
    } catch (URISyntaxException broken) {
      return at.wrong("is no address: %s; expected one such as %s", broken.getReason(), example);
    }
  }

  private static boolean isEncrypted(URI url) {
    return url.getScheme() != null && UrlHost.isEncrypted(url);
  }
}
