package io.goldenpath.inference.login;

import io.goldenpath.har.RecordedCall;
import io.goldenpath.inference.chat.TextShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Calls whose replies hold what was sent later, back to the first. */
final class CallChain {

  private static final Pattern SESSION =
      Pattern.compile("(?i).*(?:sess|sid|auth|token|jwt|login|identity|remember|csrf|xsrf).*");

  private static final Pattern CSRF = Pattern.compile("(?i).*(?:csrf|xsrf).*");
  private static final Pattern TOKEN =
      Pattern.compile("(?i)(?:authorization|(?:access|auth|id|bearer|session)?[_-]?token|jwt|bearer|auth)");

  private final List<RecordedCall> calls;
  private final Substitutions known;
  private final List<ChainedCall> chained = new ArrayList<>();
  private final Map<String, String> variables = new HashMap<>();

  CallChain(List<RecordedCall> calls, Substitutions known) {
    this.calls = calls;
    this.known = known;
  }

  /** In the order in which they were made. */
  List<ChainedCall> calls() {
    return chained.stream()
        .sorted(Comparator.comparingDouble(call -> call.call().at()))
        .toList();
  }

  boolean isEmpty() {
    return chained.isEmpty();
  }

  /** Whether a reply before this time held the value, which then gets a name. */
  boolean need(String value, String name, double before) {
    if (variables.containsKey(value)) {
      return true;
    }
    boolean telling = TextShape.isId(value) || TextShape.isToken(value);
    for (RecordedCall call : telling ? calls : calls.reversed()) {
      Optional<String> place =
          call.at() < before ? ReplySearch.find(call, value) : Optional.empty();
      if (place.isPresent()) {
        String variable = free(name);
        variables.put(value, variable);
        known.put(value, "{" + variable + "}");
        include(call).captures().put(variable, place.get());
        return true;
      }
    }
    return false;
  }

  private String free(String name) {
    String variable = variable(name);
    return variables.containsValue(variable) ? variable + (variables.size() + 1) : variable;
  }

  private static String variable(String name) {
    if (CSRF.matcher(name).matches()) {
      return "csrf";
    }
    if (TOKEN.matcher(name).matches()) {
      return "token";
    }
    String clean = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^[^A-Za-z]+|_+$", "");
    return clean.isEmpty() ? "value" : clean;
  }

  /** Includes the calls that set the cookies of a session. */
  void needCookies(Map<String, String> cookies, double before) {
    cookies.forEach((name, value) ->
        calls.reversed().stream()
            .filter(call -> call.at() < before && sets(call, name, value))
            .filter(call -> SESSION.matcher(name).matches() || call.method().equals("POST"))
            .findFirst()
            .ifPresent(this::include));
  }

  private static boolean sets(RecordedCall call, String name, String value) {
    return call.response().all("set-cookie").stream()
        .anyMatch(cookie -> cookie.split(";", 2)[0].strip().equals(name + "=" + value));
  }

  /** With whatever the call itself needs. */
  ChainedCall include(RecordedCall call) {
    Optional<ChainedCall> there =
        chained.stream().filter(one -> one.call() == call).findFirst();
    if (there.isPresent()) {
      return there.get();
    }
    ChainedCall added = new ChainedCall(call);
    chained.add(added);
    CallValues values = CallValues.of(call);
    values.all().forEach((name, value) -> {
      if (!known.knows(value) && isMade(name, value)) {
        need(value, name, call.at());
      }
    });
    needCookies(values.cookies(), call.at());
    return added;
  }

  private static boolean isMade(String name, String value) {
    return TextShape.isSensitive(name)
        || TextShape.isIdKey(name)
        || TextShape.isId(value)
        || TextShape.isToken(value);
  }
}
