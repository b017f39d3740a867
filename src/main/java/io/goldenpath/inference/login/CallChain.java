package io.goldenpath.inference.login;

import io.goldenpath.har.RecordedCall;
import io.goldenpath.inference.chat.TextShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls whose replies hold what was sent later, back to the first. */
final class CallChain {

  private static final Pattern SESSION =
      Pattern.compile("(?i).*(?:sess|sid|auth|token|jwt|login|identity|remember|csrf|xsrf).*");

  private static final Pattern CSRF = Pattern.compile("(?i).*(?:csrf|xsrf).*");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?i)(?:authorization|(?:access|auth|id|bearer|session)?[_-]?token|jwt|bearer|auth)");

  /** A shorter value may be that of something else as well. */
  private static final int LONG = 12;

  private final List<RecordedCall> calls;
  private final Substitutions known;
  private final List<ChainedCall> chained = new ArrayList<>();
  private final Map<String, String> variables = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  CallChain(List<RecordedCall> calls, Substitutions known) {
    this.calls = calls;
    this.known = known;
  }

  /** In the order in which they were made. */
  List<ChainedCall> calls() {
    return chained.stream().sorted(Comparator.comparingDouble(call -> call.call().at())).toList();
  }

  boolean isEmpty() {
    return chained.isEmpty();
  }

  /** Whether a reply before this time held the value, which then gets a name. */
  boolean need(String value, String name, double before) {
    return reference(value, name, before).isPresent();
  }

  /** The variable for a value that a reply before this time held. */
  Optional<String> reference(String value, String name, double before) {
    if (variables.containsKey(value)) {
      return Optional.of("{" + variables.get(value) + "}");
    }
    boolean telling = TextShape.isId(value) || TextShape.isToken(value) || value.length() >= LONG;
    List<RecordedCall> earlier = calls.stream().filter(call -> call.at() < before).toList();
    for (RecordedCall call : telling ? earlier : earlier.reversed()) {
      Optional<String> place = ReplySearch.find(call, value);
      if (place.isPresent()) {
        String variable = captured(include(call), place.get(), name);
        if (telling) {
          variables.put(value, variable);
          known.put(value, "{" + variable + "}");
        }
        return Optional.of("{" + variable + "}");
      }
    }
    return Optional.empty();
  }

  private String captured(ChainedCall chained, String place, String name) {
    Optional<String> there =
        chained.captures().entrySet().stream()
            .filter(capture -> capture.getValue().equals(place))
            .map(Map.Entry::getKey)
            .findFirst();
    if (there.isPresent()) {
      return there.get();
    }
    String variable = variable(name);
    for (int i = 2; !names.add(variable); i++) {
      variable = variable(name) + i;
    }
    chained.captures().put(variable, place);
    return variable;
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
        chained.stream().filter(one -> one.call().equals(call)).findFirst();
    if (there.isPresent()) {
      return there.get();
    }
    ChainedCall added = new ChainedCall(call);
    chained.add(added);
    CallValues values = CallValues.of(call);
    values
        .all()
        .forEach((name, value) -> {
          if (!known.knows(value) && isMade(name, value)) {
            reference(value, name, call.at())
                .ifPresent(variable -> added.values().put(value, variable));
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
