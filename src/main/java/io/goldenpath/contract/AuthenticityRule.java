package io.goldenpath.contract;

import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;

/** Did anybody work, or was the whole stream made up? */
record AuthenticityRule(Contract.Signs denied, Question question) implements Rule {

  private static final long NEAR_ZERO = Duration.ofMillis(20).toNanos();
  private static final long JITTER = Duration.ofMillis(3).toNanos();

  @Override
  public void judge(Course course, Docket docket) {
    course.terminal().ifPresent(terminal -> judge(course, terminal, docket));
  }

  /** Signs in the text itself: it is no answer at all, so nothing else needs to be said of it. */
  List<String> hollow(String text) {
    List<String> signs = new ArrayList<>();
    denied.texts().stream()
        .filter(text::contains)
        .sorted()
        .map(canned -> "the canned text " + Words.quote(canned))
        .forEach(signs::add);
    if (!text.isBlank() && AnswerText.bare(text).equals(AnswerText.bare(question.text()))) {
      signs.add("an answer that only echoes the question");
    }
    return signs;
  }

  private void judge(Course course, Seen terminal, Docket docket) {
    List<String> signs = hollow(terminal.event().body().text());
    Step step = signs.isEmpty() ? Step.EVENTS : Step.ANSWER;
    course.events().stream()
        .map(seen -> seen.event().tool())
        .filter(tool -> tool != null && denied.tools().contains(tool))
        .distinct()
        .map(tool -> "the stand-in tool " + tool)
        .forEach(signs::add);
    if (course.events().stream().anyMatch(seen -> seen.event().body().withoutModel())) {
      signs.add("real_llm_used: false");
    }
    timing(course, terminal, signs);
    if (!signs.isEmpty()) {
      String all = String.join(", ", signs);
      docket.add(
          FindingKind.FABRICATED,
          step,
          terminal.nanos(),
          new Words("work by an agent", all, "The run is made up, no agent worked: it has " + all),
          terminal.frame());
    }
  }

  private void timing(Course course, Seen terminal, List<String> signs) {
    long[] gaps = gaps(course.events());
    if (even(gaps)) {
      long mean = LongStream.of(gaps).sum() / gaps.length;
      signs.add("equal gaps of " + Words.took(Duration.ofNanos(mean)) + " between all its events");
    }
    Duration total = Duration.ofNanos(terminal.nanos() - course.sent());
    if (total.compareTo(denied.total()) < 0) {
      signs.add(
          "only %s from question to answer, where true work takes %s"
              .formatted(Words.took(total), Words.took(denied.total())));
    }
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
        && spread.getMax() - spread.getMin() <= Math.max(JITTER, spread.getMax() / 100);
  }
}
