package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.JourneySpec.BadToken;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.JourneyProperties;
import io.goldenpath.settings.keys.JourneyProperties.IsolationProperties;
import io.goldenpath.settings.keys.JourneyProperties.RecoveryProperties;
import io.goldenpath.settings.keys.JourneyProperties.RefusalProperties;
import io.goldenpath.settings.keys.KeySchema;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.request.RequestReader;
import java.util.List;
import java.util.Map;

/** Reads what a journey tries beyond the path. A key of another journey is a mistake. */
record JourneySpecReader(
    SettingKey at,
    JourneyProperties written,
    Contract contract,
    RequestReader requests,
    boolean socketPerQuestion) {

  static final int MAX_USERS = 1_000;
  private static final int MAX_RECONNECTS = 100;
  private static final int MAX_QUESTIONS = 100;
  private static final int MIN_USERS = 2;
  private static final List<BadToken> DEFAULT_TOKENS =
      List.of(BadToken.NONE, BadToken.GARBAGE, BadToken.EXPIRED, BadToken.FOREIGN);

  static int users(IsolationProperties written) {
    return requireNonNullElse(written.users(), MIN_USERS)
        + requireNonNullElse(written.listeners(), 0);
  }

  JourneySpec read(JourneyKind kind) {
    rejectForeignKeys(kind, JourneyKind.ISOLATION, IsolationProperties.class);
    rejectForeignKeys(kind, JourneyKind.RECOVERY, RecoveryProperties.class);
    rejectForeignKeys(kind, JourneyKind.REFUSAL, RefusalProperties.class);
    return switch (kind) {
      case GOLDEN_PATH -> new JourneySpec.GoldenPath();
      case ISOLATION -> isolation(written.isolation());
      case RECOVERY -> recovery(written.recovery());
      case REFUSAL -> refusal(written.refusal());
    };
  }

  private JourneySpec isolation(IsolationProperties isolation) {
    return new JourneySpec.Isolation(
        at.child("users").inRange(isolation.users(), MIN_USERS, MAX_USERS),
        isolation.atLeast() == null ? 100 : isolation.atLeast().percent(),
        at.child("listeners").inRange(isolation.listeners(), 0, MAX_USERS),
        requireNonNullElse(isolation.foreignThread(), false),
        socketPerQuestion);
  }

  private JourneySpec recovery(RecoveryProperties recovery) {
    List<String> events = contract.eventNames();
    String after =
        requireNonNullElse(
            recovery.cutAfter(),
            events.contains("agent_thinking")
                ? "agent_thinking"
                : events.isEmpty() ? EventArrival.OTHER : events.getFirst());
    if (recovery.cutAfter() != null && !events.contains(after)) {
      at.child("cut-after").unknown("event", after, events);
    }
    return new JourneySpec.Recovery(
        requireNonNullElse(recovery.cut(), JourneySpec.DisconnectMode.CLIENT),
        after,
        requireNonNullElse(recovery.then(), JourneySpec.ReconnectStrategy.EITHER),
        requireNonNullElse(recovery.malformed(), List.of(JourneySpec.MalformedMessage.BROKEN_JSON)),
        at.child("reconnects").inRange(recovery.reconnects(), 0, MAX_RECONNECTS),
        at.child("burst").inRange(recovery.burst(), 0, MAX_QUESTIONS),
        socketPerQuestion);
  }

  private JourneySpec refusal(RefusalProperties refusal) {
    Map<BadToken, Secret> given = requireNonNullElse(refusal.givenTokens(), Map.of());
    for (String token : List.of("none", "garbage")) {
      SettingKey key = at.child("given-tokens").child(token);
      key.wrongIfWritten("only expired and foreign tokens can be given");
    }
    RequestTemplate revoke =
        refusal.revokeUrl() == null
            ? null
            : requests.post(at.child("revoke-url"), refusal.revokeUrl());
    return new JourneySpec.Refusal(
        requireNonNullElse(refusal.tokens(), DEFAULT_TOKENS), given, revoke);
  }

  private void rejectForeignKeys(JourneyKind kind, JourneyKind owner, Class<?> keys) {
    if (kind != owner && KeySchema.of(keys) instanceof KeySchema.FixedKeys fixed) {
      String problem = "belongs to the journey " + owner.label() + ", not to " + kind.label();
      fixed.keys().keySet().forEach(key -> at.child(key).wrongIfWritten(problem));
    }
  }
}
