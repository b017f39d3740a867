package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.JourneySpec.BadToken;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.JourneyProperties;
import io.goldenpath.settings.mistakes.Mistakes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads what a journey tries beyond the path. A key of another journey is a mistake. */
final class JourneySpecReader {

  static final int MAX_USERS = 1_000;

  private static final int MAX_RECONNECTS = 100;
  private static final int MAX_QUESTIONS = 100;
  private static final int DEFAULT_USERS = 2;
  private static final List<BadToken> DEFAULT_TOKENS =
      List.of(BadToken.NONE, BadToken.GARBAGE, BadToken.EXPIRED, BadToken.FOREIGN);

  private final String key;
  private final JourneyProperties written;
  private final Contract contract;
  private final BiFunction<String, Secret, @Nullable RequestTemplate> requests;
  private final Mistakes mistakes;

  /**
   * @param requests makes the request to an address, for the key where it is written
   */
  JourneySpecReader(
      String key,
      JourneyProperties written,
      Contract contract,
      BiFunction<String, Secret, @Nullable RequestTemplate> requests,
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
        ? requireNonNullElse(written.users(), DEFAULT_USERS)
            + requireNonNullElse(written.listeners(), 0)
        : 1;
  }

  JourneySpec read(JourneyKind kind) {
    rejectForeignKeys(kind);
    return switch (kind) {
      case GOLDEN_PATH -> new JourneySpec.GoldenPath();
      case ISOLATION -> isolation();
      case RECOVERY -> recovery();
      case REFUSAL -> refusal();
    };
  }

  private JourneySpec isolation() {
    return new JourneySpec.Isolation(
        inRange("users", written.users(), DEFAULT_USERS, 2, MAX_USERS),
        written.atLeast() == null ? 100 : written.atLeast().percent(),
        inRange("listeners", written.listeners(), 0, 0, MAX_USERS),
        requireNonNullElse(written.foreignThread(), false));
  }

  private JourneySpec recovery() {
    String after = requireNonNullElse(written.cutAfter(), cutAfter());
    if (!contract.eventNames().contains(after)) {
      mistakes.add(
          key + ".cut-after",
          "the contract has no event '%s'; known: %s"
              .formatted(after, String.join(", ", contract.eventNames())));
    }
    return new JourneySpec.Recovery(
        requireNonNullElse(written.cut(), JourneySpec.DisconnectMode.CLIENT),
        after,
        requireNonNullElse(written.then(), JourneySpec.ReconnectStrategy.EITHER),
        requireNonNullElse(written.malformed(), List.of(JourneySpec.MalformedMessage.BROKEN_JSON)),
        inRange("reconnects", written.reconnects(), 0, 0, MAX_RECONNECTS),
        inRange("burst", written.burst(), 0, 0, MAX_QUESTIONS));
  }

  private String cutAfter() {
    return contract.eventNames().contains("agent_thinking")
        ? "agent_thinking"
        : contract.eventNames().getFirst();
  }

  private JourneySpec refusal() {
    Map<BadToken, Secret> given = requireNonNullElse(written.givenTokens(), Map.of());
    for (BadToken token : List.of(BadToken.NONE, BadToken.GARBAGE)) {
      if (given.containsKey(token)) {
        mistakes.add(
            key + ".given-tokens." + label(token), "only expired and foreign tokens can be given");
      }
    }
    RequestTemplate revoke =
        written.revokeUrl() == null
            ? null
            : requests.apply(key + ".revoke-url", written.revokeUrl());
    return new JourneySpec.Refusal(
        requireNonNullElse(written.tokens(), DEFAULT_TOKENS), given, revoke);
  }

  private int inRange(String name, @Nullable Integer value, int otherwise, int least, int most) {
    int number = requireNonNullElse(value, otherwise);
    if (number < least || number > most) {
      mistakes.unreadable(
          key + "." + name, "must be from %d to %d, but is %d".formatted(least, most, number));
      return otherwise;
    }
    return number;
  }

  private void rejectForeignKeys(JourneyKind kind) {
    Map<String, @Nullable Object> isolation = new LinkedHashMap<>();
    isolation.put("users", written.users());
    isolation.put("at-least", written.atLeast());
    isolation.put("listeners", written.listeners());
    isolation.put("foreign-thread", written.foreignThread());
    rejectForeignKeys(kind, JourneyKind.ISOLATION, isolation);
    Map<String, @Nullable Object> recovery = new LinkedHashMap<>();
    recovery.put("cut", written.cut());
    recovery.put("cut-after", written.cutAfter());
    recovery.put("then", written.then());
    recovery.put("malformed", written.malformed());
    recovery.put("reconnects", written.reconnects());
    recovery.put("burst", written.burst());
    rejectForeignKeys(kind, JourneyKind.RECOVERY, recovery);
    Map<String, @Nullable Object> refusal = new LinkedHashMap<>();
    refusal.put("tokens", written.tokens());
    refusal.put("given-tokens", written.givenTokens());
    refusal.put("revoke-url", written.revokeUrl());
    rejectForeignKeys(kind, JourneyKind.REFUSAL, refusal);
  }

  private void rejectForeignKeys(
      JourneyKind kind, JourneyKind owner, Map<String, @Nullable Object> keys) {
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
