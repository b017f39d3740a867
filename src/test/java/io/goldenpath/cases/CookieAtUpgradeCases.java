package io.goldenpath.cases;

import java.util.List;
import java.util.stream.Stream;

/** Cookies that the login has set beside a token: they go with the upgrade of the same host. */
final class CookieAtUpgradeCases {

  private static final String NODE = "AWSALB=node-1-abcdefgh";

  private CookieAtUpgradeCases() {}

  static Stream<PlatformCase> cases() {
    CaseNames.add("login.cases.test", List.of("127.0.0.1"));
    CaseNames.add("socket.cases.test", List.of("127.0.0.1"));
    Site apart = Site.PLAIN.hosts("login.cases.test", "socket.cases.test");
    return Stream.of(
        sticky("sticky", NODE + "; Path=/"),
        sticky("sticky-subprotocol", NODE + "; Path=/").with("socket.token-in", "subprotocol"),
        sticky("sticky-query-free", NODE + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=604800"),
        sticky("sticky-parent-domain", NODE + "; Path=/; Domain=cases.test").at(apart),
        sticky("sticky-beside-own-header", NODE + "; Path=/")
            .with("socket.headers.Cookie", "lang=en")
            .that(good ->
                good.check(
                    UpgradeCheck.also(
                        request ->
                            UpgradeCheck.cookies(request).containsAll(List.of(NODE, "lang=en")),
                        "no such session on this node"))),
        sticky("sticky-other-host", NODE + "; Path=/").at(apart).that(good -> good.check(none())),
        sticky("sticky-other-path", NODE + "; Path=/auth").that(good -> good.check(none())));
  }

  private static UpgradeCheck none() {
    return UpgradeCheck.also(
        request -> request.all("Cookie").isEmpty(), "a cookie that is not meant for here");
  }

  private static PlatformCase sticky(String name, String setCookie) {
    return PlatformCase.of(name)
        .that(good ->
            good.login(reply -> reply.with("Set-Cookie: " + setCookie))
                .check(
                    UpgradeCheck.also(
                        request -> UpgradeCheck.cookies(request).contains(NODE),
                        "no such session on this node")));
  }
}
