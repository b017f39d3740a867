package io.goldenpath.contract;

import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;

/** Did anybody work, or was the whole stream made up? */
final class AuthenticityRule {

  private static final long NEAR_ZERO = Duration.ofMillis(20).toNanos();
  private static final long JITTER = Duration.ofMillis(8).toNanos();

  private final Contract.Denied denied;
  private final Question question;
  private final Docket docket;

  AuthenticityRule(Contract.Denied denied, Question question, Docket docket) {
    this.denied = denied;
    this.question = question;
    this.docket = docket;
  }

  /** Whether the answer is no answer at all, so that nothing else needs to be said of it. */
  boolean judge(Course course, Seen terminal) {
    String text = terminal.event().body().text();
    List<String> signs = new ArrayList<>();
    denied.texts().stream()
        .filter(text::contains)
        .map(canned -> "the canned text \"" + canned + "\"")
        .forEach(signs::add);
    if (!text.isBlank() && AnswerRule.bare(text).equals(AnswerRule.bare(question.text()))) {
      signs.add("an answer that only echoes the question");
    }
    boolean hollow = !signs.isEmpty();
    course.events().stream()
        .map(seen -> seen.event().tool())
        .filter(tool -> tool != null && denied.tools().contains(tool))
        .distinct()
        .map(tool -> "the stand-in tool " + tool)
        .forEach(signs::add);
    if (course.events().stream().anyMatch(seen -> seen.event().body().withoutModel())) {
      signs.add("real_llm_used: false");
    }
    long[] gaps = gaps(course.events());
    if (even(gaps)) {
      signs.add(
          "equal gaps of "
              + Docket.words(Duration.ofNanos(LongStream.of(gaps).sum() / gaps.length)));
    }
    if (!signs.isEmpty()) {
      docket.add(
          FindingKind.FABRICATED,
          hollow ? Step.ANSWER : Step.EVENTS,
          terminal.nanos(),
          "work by an agent",
          String.join(", ", signs),
          "The events are made up, no agent worked: " + String.join(", ", signs),
          terminal.frame());
    }
    return hollow;
  }

  private static long[] gaps(List<Seen> events) {
    long[] gaps = new long[Math.max(0, events.size() - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = events.get(i + 1).nanos() - events.get(i).nanos();
    }
    return gaps;
  }

  private static boolean even(long[] gaps) {
    LongSummaryStatistics spread = LongStream.of(gaps).summaryStatistics();
    return gaps.length >= 4
        && spread.getMin() > NEAR_ZERO
        && spread.getMax() - spread.getMin() <= Math.max(JITTER, spread.getMax() / 25);
  }
}
