package io.goldenpath.settings;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.contract.Contract;
import io.goldenpath.probe.Call;
import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Exercise.BadToken;
import io.goldenpath.probe.JourneyKind;
import io.goldenpath.probe.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads what a journey tries beyond the path. A key of another journey is a mistake. */
final class ExerciseReader {

  static final int MOST_USERS = 1_000;

  private static final int MOST_RECONNECTS = 100;
  private static final int MOST_QUESTIONS = 100;
  private static final int USERS = 2;
  private static final List<BadToken> TOKENS =
      List.of(BadToken.NONE, BadToken.GARBAGE, BadToken.EXPIRED, BadToken.FOREIGN);

  private final String key;
  private final JourneyProperties written;
  private final Contract contract;
  private final BiFunction<String, Secret, @Nullable Call> requests;
  private final Mistakes mistakes;

  /**
   * @param requests makes the request to an address, for the key where it is written
   */
  ExerciseReader(
      String key,
      JourneyProperties written,
      Contract contract,
      BiFunction<String, Secret, @Nullable Call> requests,
      Mistakes mistakes) {
    this.key = key;
    this.written = written;
    this.contract = contract;
    this.requests = requests;
    this.mistakes = mistakes;
  }

  /** How many users a run of this journey has. */
  static int users(JourneyKind kind, JourneyProperties written) {
    return kind == JourneyKind.ISOLATION
        ? requireNonNullElse(written.users(), USERS) + requireNonNullElse(written.listeners(), 0)
        : 1;
  }

  Exercise read(JourneyKind kind) {
    foreign(kind);
    return switch (kind) {
      case GOLDEN_PATH -> new Exercise.Alone();
      case ISOLATION -> isolation();
      case RECOVERY -> recovery();
      case REFUSAL -> refusal();
    };
  }

  private Exercise isolation() {
    return new Exercise.Isolation(
        number("users", written.users(), USERS, 2, MOST_USERS),
        written.atLeast() == null ? 100 : written.atLeast().percent(),
        number("listeners", written.listeners(), 0, 0, MOST_USERS),
        requireNonNullElse(written.foreignThread(), false));
  }

  private Exercise recovery() {
    String after = requireNonNullElse(written.cutAfter(), cutAfter());
    if (!contract.path().contains(after)) {
      mistakes.add(
          key + ".cut-after",
          "the contract has no event '%s'; known: %s"
              .formatted(after, String.join(", ", contract.path())));
    }
    return new Exercise.Recovery(
        requireNonNullElse(written.cut(), Exercise.Cut.CLIENT),
        after,
        requireNonNullElse(written.then(), Exercise.Then.EITHER),
        requireNonNullElse(written.malformed(), List.of(Exercise.Malformed.BROKEN_JSON)),
        number("reconnects", written.reconnects(), 0, 0, MOST_RECONNECTS),
        number("burst", written.burst(), 0, 0, MOST_QUESTIONS));
  }

  private String cutAfter() {
    return contract.path().contains("agent_thinking")
        ? "agent_thinking"
        : contract.path().getFirst();
  }

  private Exercise refusal() {
    Map<BadToken, Secret> given = requireNonNullElse(written.givenTokens(), Map.of());
    for (BadToken token : List.of(BadToken.NONE, BadToken.GARBAGE)) {
      if (given.containsKey(token)) {
        mistakes.add(
            key + ".given-tokens." + label(token), "only expired and foreign tokens can be given");
      }
    }
    Call revoke =
        written.revokeUrl() == null
            ? null
            : requests.apply(key + ".revoke-url", written.revokeUrl());
    return new Exercise.Refusal(requireNonNullElse(written.tokens(), TOKENS), given, revoke);
  }

  private int number(String name, @Nullable Integer value, int standard, int least, int most) {
    int number = requireNonNullElse(value, standard);
    if (number < least || number > most) {
      mistakes.unreadable(
          key + "." + name, "must be from %d to %d, but is %d".formatted(least, most, number));
      return standard;
    }
    return number;
  }

  private void foreign(JourneyKind kind) {
    Map<String, @Nullable Object> isolation = new LinkedHashMap<>();
    isolation.put("users", written.users());
    isolation.put("at-least", written.atLeast());
    isolation.put("listeners", written.listeners());
    isolation.put("foreign-thread", written.foreignThread());
    foreign(kind, JourneyKind.ISOLATION, isolation);
    Map<String, @Nullable Object> recovery = new LinkedHashMap<>();
    recovery.put("cut", written.cut());
    recovery.put("cut-after", written.cutAfter());
    recovery.put("then", written.then());
    recovery.put("malformed", written.malformed());
    recovery.put("reconnects", written.reconnects());
    recovery.put("burst", written.burst());
    foreign(kind, JourneyKind.RECOVERY, recovery);
    Map<String, @Nullable Object> refusal = new LinkedHashMap<>();
    refusal.put("tokens", written.tokens());
    refusal.put("given-tokens", written.givenTokens());
    refusal.put("revoke-url", written.revokeUrl());
    foreign(kind, JourneyKind.REFUSAL, refusal);
  }

  private void foreign(JourneyKind kind, JourneyKind owner, Map<String, @Nullable Object> keys) {
    if (kind != owner) {
      keys.entrySet().stream()
          .filter(entry -> entry.getValue() != null)
          .forEach(entry ->
              mistakes.add(
                  key + "." + entry.getKey(),
                  "belongs to the journey %s, not to %s".formatted(owner.label(), kind.label())));
    }
  }

  private static String label(BadToken token) {
    return token.name().toLowerCase(Locale.ROOT);
  }
}
