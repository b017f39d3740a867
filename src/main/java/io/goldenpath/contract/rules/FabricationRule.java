package io.goldenpath.contract.rules;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reports a run that was fabricated: signs that no agent worked. */
record FabricationRule(Contract contract, Question question) implements Rule.OfEnd {

  private static final long NEAR_ZERO = Duration.ofMillis(20).toNanos();
  private static final long JITTER = Duration.ofMillis(3).toNanos();

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** With such signs the text is no answer, so no other answer finding is reported. */
  List<String> textSigns(String text) {
    List<String> signs = new ArrayList<>();
    knownSigns().texts().stream()
        .filter(text::contains)
        .sorted()
        .map(canned -> "the canned response " + Excerpt.quoted(canned))
        .forEach(signs::add);
    if (!text.isBlank() && isEcho(text)) {
      signs.add("an answer that only echoes the question");
    }
    return signs;
  }

  @Override
  public void judge(RunEvents run, TimedEvent terminal, Findings findings) {
    List<String> signs = textSigns(terminal.event().body().text());
    Step step = signs.isEmpty() ? Step.EVENTS : Step.ANSWER;
    run.events().stream()
        .map(event -> event.event().tool())
        .filter(tool -> tool != null && knownSigns().tools().contains(tool))
        .distinct()
        .map(tool -> "the fallback tool " + tool)
        .forEach(signs::add);
    if (run.events().stream().anyMatch(event -> event.event().body().withoutModel())) {
      signs.add("real_llm_used: false");
    }
    timingSigns(run, terminal, signs);
    if (!signs.isEmpty()) {
      String all = String.join(", ", signs);
      findings
          .of(FindingKind.FABRICATED, terminal)
          .in(step)
          .contrast("work by an agent", all)
          .says("The run is fabricated, no agent worked: %s", all);
    }
  }

  private void timingSigns(RunEvents run, TimedEvent terminal, List<String> signs) {
    LongSummaryStatistics gaps = gaps(run);
    if (knownSigns().equalGaps() && isEqual(gaps)) {
      Duration mean = Duration.ofNanos(gaps.getSum() / gaps.getCount());
      signs.add("equal gaps of " + DurationText.of(mean) + " between all its events");
    }
    Duration total = Duration.ofNanos(terminal.nanos() - run.sentNanos());
    if (total.compareTo(knownSigns().minTotal()) < 0) {
      signs.add(
          "only %s from question to answer, where true work takes %s"
              .formatted(DurationText.of(total), DurationText.of(knownSigns().minTotal())));
    }
  }

  /** Between events that tell of work: those that may repeat are parts of a text. */
  private LongSummaryStatistics gaps(RunEvents run) {
    List<TimedEvent> events =
        run.events().stream()
            .filter(
                event -> contract.event(event.name()).filter(ExpectedEvent::mayRepeat).isEmpty())
            .toList();
    return IntStream.range(1, events.size())
        .mapToLong(i -> events.get(i).nanos() - events.get(i - 1).nanos())
        .summaryStatistics();
  }

  private Contract.FabricationSigns knownSigns() {
    return contract.fabricationSigns();
  }

  private static boolean isEqual(LongSummaryStatistics gaps) {
    return gaps.getCount() >= 4
        && gaps.getMin() > NEAR_ZERO
        && gaps.getMax() - gaps.getMin() <= Math.max(JITTER, gaps.getMax() / 100);
  }

  /** Most answers begin with another word than the question, and need no closer look. */
  private boolean isEcho(String text) {
    int answer = beginning(text);
    int asked = beginning(question.text());
    boolean differs = answer >= 0 && asked >= 0 && answer != asked;
    return !differs && normalized(text).equals(normalized(question.text()));
  }

  /** The first letter or digit in small; below zero where it is not known. */
  private static int beginning(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= 0x80) {
        return -1;
      }
      if (Character.isLetterOrDigit(letter)) {
        return Character.toLowerCase(letter);
      }
    }
    return -1;
  }

  private static String normalized(String text) {
    return SEPARATORS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
