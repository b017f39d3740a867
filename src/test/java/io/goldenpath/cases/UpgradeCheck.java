package io.goldenpath.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whom a platform lets in; it says why not. */
@FunctionalInterface
interface UpgradeCheck {

  UpgradeCheck TOKEN =
      (request, tokens) ->
          tokens.admit(request) ? Optional.empty() : Optional.of("token expired or not ours");

  Optional<String> refusal(HttpRequest request, IssuedTokens tokens);

  /** A token, and a request of which this is true. */
  static UpgradeCheck also(Predicate<HttpRequest> right, String why) {
    return (request, tokens) ->
        right.test(request) ? TOKEN.refusal(request, tokens) : Optional.of(why);
  }

  /** No token: the session is in these cookies, which must come letter by letter. */
  static UpgradeCheck cookie(String... pairs) {
    return (request, _) ->
        cookies(request).containsAll(List.of(pairs))
            ? Optional.empty()
            : Optional.of("no such session");
  }

  /** The whole header, in its order. */
  static UpgradeCheck cookieHeader(String whole) {
    return (request, _) ->
        request.all("Cookie").equals(List.of(whole))
            ? Optional.empty()
            : Optional.of("no such session");
  }

  static List<String> cookies(HttpRequest request) {
    return request.all("Cookie").stream()
        .flatMap(line -> Arrays.stream(line.split("; ", -1)))
        .toList();
  }
}
