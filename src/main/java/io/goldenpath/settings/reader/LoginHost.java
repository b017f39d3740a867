package io.goldenpath.settings.reader;

import io.goldenpath.settings.keys.LoginProperties;
import io.goldenpath.settings.mistakes.Mistakes;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The host that relative addresses belong to. */
final class LoginHost {

  private LoginHost() {}

  /** The host of the login's address; null where there is none, or none that can be read. */
  static @Nullable URI of(String at, LoginProperties login, Mistakes mistakes) {
    return login.url() == null
        ? null
        : new UrlChecker(mistakes).checkUrl(at + ".url", login.url(), "http", "https").orElse(null);
  }
}
