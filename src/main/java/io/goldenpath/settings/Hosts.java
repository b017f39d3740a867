package io.goldenpath.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The host that relative addresses belong to. */
final class Hosts {

  private Hosts() {}

  /** The host of the login's address; null where there is none, or none that can be read. */
  static @Nullable URI of(String at, LoginProperties login, Mistakes mistakes) {
    return login.url() == null
        ? null
        : new Addresses(mistakes).url(at + ".url", login.url(), "http", "https").orElse(null);
  }
}
