package io.goldenpath.contract.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.model.finding.Finding;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Frames that no platform would send: whatever users hear, it is judged, and no text is shown. */
class JointJudgementFuzzTests {

  private static final int SIZE =
      Integer.getInteger("fuzz.size", Boolean.getBoolean("thorough") ? 200_000 : 2_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20261125L);
  private static final String[] BITS = {
    "{", "}", "[", "]", "\"", ":", ",", "\\", "\\\\", "\\u", "\\u00", "%", "%4", "%40", "%ff", "…",
    "\u0000", "🦊", "\ud800", "=", "==", "a", "Q", "0", "@", "data", "content", "run_1", " "
  };

  private final Random random = new Random(SEED);

  @Test
  void judgesWhateverUsersHear() {
    for (int i = 0; i < SIZE; i++) {
      ScriptedUsers users = ScriptedUsers.of(3);
      users.join(4, "account-1", true).welcomed();
      for (int slot = 1; slot <= 3; slot++) {
        users.user(slot).earlierNonces(Set.of("OLDOLDCODE"));
        walk(users.user(slot));
      }
      try {
        List<Finding> between =
            users.findings().stream()
                .filter(finding -> finding.message().startsWith("LEAK"))
                .toList();

        assertThat(between.toString())
            .doesNotContainIgnoringCase(
                ScriptedUsers.nonce(1), ScriptedUsers.email(2), ScriptedUsers.subject(3));
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError("seed %d, run %d".formatted(SEED, i), broken);
      }
    }
  }

  private void walk(ScriptedUser user) {
    if (random.nextInt(10) > 0) {
      user.welcomed("connection_" + random.nextInt(3));
    }
    int before = random.nextInt(3);
    for (int frame = 0; frame < before; frame++) {
      hear(user);
    }
    if (random.nextInt(10) > 0) {
      user.ask();
    }
    int after = random.nextInt(12);
    for (int frame = 0; frame < after; frame++) {
      hear(user);
    }
  }

  private void hear(ScriptedUser user) {
    int millis = random.nextInt(300);
    switch (random.nextInt(4)) {
      case 0 -> user.notice(millis, noise());
      case 1 ->
          user.receiveOwnedBy(ScriptedUsers.subject(1 + random.nextInt(4)), millis, sampleEvent());
      default -> user.receive(millis, sampleEvent(), noise());
    }
  }

  private SampleEvent sampleEvent() {
    SampleEvent event =
        switch (random.nextInt(5)) {
          case 0 -> SampleEvent.started();
          case 1 -> SampleEvent.thinking();
          case 2 -> SampleEvent.executing();
          case 3 -> SampleEvent.executed();
          default ->
              SampleEvent.completed()
                  .text("It is " + ScriptedUsers.nonce(1 + random.nextInt(3)) + ", 579");
        };
    return event
        .run(random.nextBoolean() ? null : "run_" + random.nextInt(4))
        .thread(random.nextBoolean() ? null : "thread_" + random.nextInt(4))
        .saying(String.valueOf(random.nextInt(20)));
  }

  private String noise() {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "{\"data\":\"" : "");
    int bits = random.nextInt(30);
    for (int i = 0; i < bits; i++) {
      text.append(random.nextInt(4) == 0 ? marker() : BITS[random.nextInt(BITS.length)]);
    }
    return text.toString();
  }

  private String marker() {
    int slot = 1 + random.nextInt(4);
    String marker =
        switch (random.nextInt(4)) {
          case 0 -> ScriptedUsers.nonce(slot);
          case 1 -> ScriptedUsers.email(slot);
          case 2 -> ScriptedUsers.subject(slot);
          default -> "OLDOLDCODE";
        };
    int from = random.nextInt(marker.length());
    return random.nextBoolean() ? marker : marker.substring(0, from);
  }
}
