package io.goldenpath.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.dialect.FrameReplay.TimedFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Runs that no platform would send: whatever comes, there is a judgement, and no exception. */
class UserJudgementFuzzTests {

  private static final int SIZE =
      Integer.getInteger("fuzz.size", Boolean.getBoolean("thorough") ? 1_000_000 : 5_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20261124L);
  private static final String[] BITS = {
    "null",
    "{}",
    "[]",
    "\"\"",
    "0",
    "-1",
    "1e400",
    "true",
    "\"\\u0000\"",
    "\"🦊\"",
    "{\"a\":[[]]}",
    "9999999999999999999999",
    "\"agent_completed\"",
    "\"error\"",
    "\"r1\"",
    "\"user-2\""
  };

  private final Random random = new Random(SEED);
  private final List<List<String>> envelopes = List.copyOf(SampleEnvelopes.all().values());

  @Test
  void judgesWhateverComes() {
    for (int i = 0; i < SIZE; i++) {
      List<TimedFrame> lines = transcript();
      try {
        UserJudgement judgement = FrameReplay.of(lines).judged();

        assertThat(judgement.over()).isTrue();
        assertThat(judgement.findings().size()).isLessThanOrEqualTo(250);
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError("seed %d, transcript %d: %s".formatted(SEED, i, lines), broken);
      }
    }
  }

  @Test
  void keepsBoundedMemoryOfARunWithoutEnd() {
    String frame =
        "{\"type\":\"agent_thinking\",\"run_id\":\"r%d\",\"payload\":{\"x\":\"%s\"}}"
            .formatted(1, "y".repeat(2_000));
    List<TimedFrame> lines = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      lines.add(new TimedFrame(1 + i / 10, frame.replace("\"x\"", "\"x" + i + "\"")));
    }

    UserJudgement judgement = FrameReplay.of(lines).judged();

    assertThat(judgement.events().size()).isLessThanOrEqualTo(20_100);
    assertThat(judgement.findings()).isNotEmpty();
  }

  private List<TimedFrame> transcript() {
    List<TimedFrame> lines = new ArrayList<>();
    int at = 0;
    for (String frame : envelopes.get(random.nextInt(envelopes.size()))) {
      at += random.nextInt(500);
      lines.add(new TimedFrame(at, frame));
    }
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      change(lines);
    }
    lines.sort((a, b) -> Integer.compare(a.at(), b.at()));
    return lines;
  }

  private void change(List<TimedFrame> lines) {
    if (lines.isEmpty()) {
      lines.add(new TimedFrame(1, mutated(BITS[random.nextInt(BITS.length)])));
      return;
    }
    int position = random.nextInt(lines.size());
    TimedFrame timedFrame = lines.get(position);
    switch (random.nextInt(7)) {
      case 0 -> lines.remove(position);
      case 1 -> lines.add(timedFrame);
      case 2 -> lines.set(position, new TimedFrame(random.nextInt(40_000), timedFrame.frame()));
      case 3 -> {
        List<String> others = envelopes.get(random.nextInt(envelopes.size()));
        lines.add(new TimedFrame(random.nextInt(3_000), others.get(random.nextInt(others.size()))));
      }
      default -> lines.set(position, new TimedFrame(timedFrame.at(), mutated(timedFrame.frame())));
    }
  }

  private String mutated(String frame) {
    return switch (random.nextInt(6)) {
      case 0 -> frame.substring(0, random.nextInt(frame.length() + 1));
      case 1 -> frame.replaceFirst("\"[a-z_]+\":", "\"" + random.nextInt(3) + "\":");
      case 2 -> frame.replace("\"r1\"", "\"r" + random.nextInt(4) + "\"");
      case 3 -> {
        int colon = frame.indexOf(':', random.nextInt(frame.length() + 1));
        int end = colon < 0 ? -1 : frame.indexOf(',', colon);
        yield end < 0
            ? frame
            : frame.substring(0, colon + 1)
                + BITS[random.nextInt(BITS.length)]
                + frame.substring(end);
      }
      case 4 -> frame.isEmpty() ? "x" : flipped(frame);
      default -> frame.replace("\"type\"", "\"" + (random.nextBoolean() ? "event" : "kind") + "\"");
    };
  }

  private String flipped(String frame) {
    char[] letters = frame.toCharArray();
    letters[random.nextInt(letters.length)] = (char) random.nextInt(0x250);
    return new String(letters);
  }
}
