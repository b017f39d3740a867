package io.goldenpath.cases;

import java.util.stream.Stream;

/** Names that only the proxy knows. */
final class ProxyCases {

  private static final String HIDDEN = "chat.inside.invalid";
  private static final String PROXY = "http://127.0.0.1:{proxy}";

  private ProxyCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(
        behind("proxy-of-the-socket-alone", Site.PLAIN.hosts("127.0.0.1", HIDDEN))
            .with("socket.proxy", PROXY));
  }

  private static PlatformCase behind(String name, Site site) {
    return PlatformCase.of(name).at(site);
  }
}
