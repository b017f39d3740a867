package io.goldenpath.inference.login;

import io.goldenpath.har.RecordedCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a person typed to log in.
 *
 * @param call The call that sent it.
 * @param name Name or address of the account; empty for none.
 */
record Credentials(RecordedCall call, String name, String password) {

  private static final Predicate<String> PASSWORD =
      Pattern.compile("(?i).*(?:passw|pwd|passphrase|pass$|_pass|^pin$).*").asMatchPredicate();
  private static final Predicate<String> NAME =
      Pattern.compile("(?i).*(?:e-?mail|user_?-?name|login|identifier|account|user_?id|^user$).*")
          .asMatchPredicate();

  static Optional<Credentials> in(List<RecordedCall> calls) {
    return calls.stream()
        .filter(call -> call.status() == 0 || call.status() < 400)
        .flatMap(call -> of(call).stream())
        .reduce((_, later) -> later);
  }

  private static Optional<Credentials> of(RecordedCall call) {
    Map<String, String> body = CallValues.of(call).body();
    return first(body, PASSWORD)
        .filter(password -> !password.isEmpty())
        .map(password -> new Credentials(call, first(body, NAME).orElse(""), password));
  }

  private static Optional<String> first(Map<String, String> body, Predicate<String> named) {
    return body.entrySet().stream()
        .filter(entry -> named.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Shows nothing: it is a secret. */
  @Override
  public String toString() {
    return "Credentials[]";
  }
}
