package io.goldenpath.cases;

import java.util.stream.Stream;

/** Cookies between the steps of one login, letter by letter. */
final class CookieStepCases {

  private static final String JSON = "{\"user\":\"probe-a\",\"roles\":[\"chat\"]}";

  private CookieStepCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(
        steps("steps-cookie-plain", "abcdefgh12345678", ""),
        steps("steps-cookie-json", JSON, ""),
        steps("steps-cookie-space", "Bearer abcdefgh12345678", ""),
        steps("steps-cookie-quoted", "\"abcdefgh12345678\"", ""),
        steps("steps-cookie-expires-0", "abcdefgh12345678", "; Expires=0; Domain="),
        variable("cookie-variable-plain", "abcdefgh12345678"),
        variable("cookie-variable-json", JSON),
        variable("cookie-variable-quoted", "\"abcdefgh12345678\""),
        variable("cookie-variable-percent", "abc%3Defgh%20123"));
  }

  private static PlatformCase steps(String name, String value, String attributes) {
    return twoSteps(name, value, attributes, "Cookie: sid=" + value);
  }

  private static PlatformCase variable(String name, String value) {
    return twoSteps(name, value, "", "X-CSRF: " + value)
        .with("login.steps[1].headers.X-CSRF", "{cookie:sid}");
  }

  /** The first step sets the cookie, the second wants this header line. */
  private static PlatformCase twoSteps(
      String name, String value, String attributes, String wanted) {
    String set = "Set-Cookie: sid=" + value + "; Path=/" + attributes;
    return PlatformCase.of(name)
        .with("login.type", "steps")
        .with("login.steps[0].get", "/auth/page")
        .with("login.steps[1].post", "/auth/login")
        .with("login.steps[1].json", "{\"email\":\"{email}\",\"password\":\"{password}\"}")
        .with("login.steps[1].capture.token", "/access_token")
        .that(good ->
            good.answering((request, reply) ->
                request.line().startsWith("GET")
                    ? reply.with(set)
                    : request.headers().stream().anyMatch(wanted::equalsIgnoreCase)
                        ? reply
                        : reply.starting("HTTP/1.1 400 Bad Request")));
  }
}
