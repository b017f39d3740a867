package io.goldenpath.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.dialect.FrameReplay.TimedFrame;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every run. */
class UserJudgementPropertyTests {

  @Provide
  Arbitrary<List<TimedFrame>> runs() {
    return GoodRunArbitraries.runs();
  }

  /** Of platforms that say which run an event belongs to. */
  @Provide
  Arbitrary<List<TimedFrame>> namedRuns() {
    return GoodRunArbitraries.runs()
        .filter(run -> run.stream().allMatch(timedFrame -> timedFrame.frame().contains("\"r1\"")));
  }

  @Provide
  Arbitrary<List<TimedFrame>> noise() {
    return GoodRunArbitraries.noise();
  }

  @Provide
  Arbitrary<String> strangers() {
    return Arbitraries.of(SampleEnvelopes.bridge(""))
        .map(frame -> frame.replace("\"r1\"", "\"r2\"").replace(FrameReplay.ANSWER, "Bananas"));
  }

  @Property
  void staysGoodWhateverHarmlessFramesComeBetween(
      @ForAll("runs") List<TimedFrame> run, @ForAll("noise") List<TimedFrame> noise) {
    assertThat(FrameReplay.of(GoodRunArbitraries.with(run, noise)).findings()).isEmpty();
  }

  @Property
  void addsOneWrongRunForAnEventOfAnotherAndNothingElse(
      @ForAll("namedRuns") List<TimedFrame> run,
      @ForAll("noise") List<TimedFrame> noise,
      @ForAll("strangers") String event,
      @ForAll @IntRange(min = 1, max = 2000) int at) {
    int within = Math.min(at, run.getLast().at() + 400);
    List<TimedFrame> lines = GoodRunArbitraries.with(run, List.of(new TimedFrame(within, event)));

    List<String> found = FrameReplay.of(GoodRunArbitraries.with(lines, noise)).found();

    assertThat(found).containsExactly("wrong_run/events");
  }

  @Property
  void findsEveryEventThatIsTakenOut(
      @ForAll("runs") List<TimedFrame> run,
      @ForAll("noise") List<TimedFrame> noise,
      @ForAll @IntRange(max = 4) int position) {
    List<TimedFrame> lines = new ArrayList<>(run);
    lines.remove(position);

    List<Finding> findings = FrameReplay.of(GoodRunArbitraries.with(lines, noise)).findings();

    FindingKind kind = position == 4 ? FindingKind.STALLED : FindingKind.MISSING_EVENT;
    assertThat(findings)
        .filteredOn(finding -> finding.kind() == kind)
        .singleElement()
        .satisfies(finding ->
            assertThat(
                    position == 4
                        || finding
                            .evidence()
                            .expected()
                            .equals(SampleEnvelopes.NAMES.get(position)))
                .isTrue());
  }

  @Property
  void findsEveryPairThatIsSwapped(
      @ForAll("runs") List<TimedFrame> run,
      @ForAll("noise") List<TimedFrame> noise,
      @ForAll @IntRange(max = 3) int first,
      @ForAll @IntRange(min = 1, max = 4) int second) {
    if (first >= second) {
      return;
    }
    List<TimedFrame> lines = new ArrayList<>(run);
    lines.set(first, new TimedFrame(run.get(first).at(), run.get(second).frame()));
    lines.set(second, new TimedFrame(run.get(second).at(), run.get(first).frame()));

    List<String> found = FrameReplay.of(GoodRunArbitraries.with(lines, noise)).found();

    assertThat(found).containsAnyOf("out_of_order/events", "after_terminal/events");
  }

  @Property
  void findsEveryToolThatIsUnpaired(
      @ForAll("runs") List<TimedFrame> run,
      @ForAll("noise") List<TimedFrame> noise,
      @ForAll boolean opened) {
    List<TimedFrame> lines = new ArrayList<>(run);
    String other = run.get(opened ? 2 : 3).frame().replace("\"calc\"", "\"search\"");
    int at = run.get(opened ? 2 : 3).at();
    lines.add(opened ? 3 : 4, new TimedFrame(at, other));

    List<String> found = FrameReplay.of(GoodRunArbitraries.with(lines, noise)).found();

    assertThat(found).containsExactly("unpaired_tool/events");
  }

  @Property
  void judgesTheSameTwiceHoweverOftenItLooksAtTheClock(
      @ForAll("runs") List<TimedFrame> run,
      @ForAll("noise") List<TimedFrame> noise,
      @ForAll @IntRange(max = 4) int from,
      @ForAll @IntRange(max = 4) int to,
      @ForAll @IntRange(min = 1, max = 997) int everyMillis) {
    List<TimedFrame> lines = new ArrayList<>(run);
    Collections.swap(lines, from, to);
    lines.sort((a, b) -> Integer.compare(a.at(), b.at()));
    FrameReplay frameReplay = FrameReplay.of(GoodRunArbitraries.with(lines, noise));

    List<Finding> findings = frameReplay.findings();

    assertThat(frameReplay.findings()).isEqualTo(findings);
    assertThat(frameReplay.judged(everyMillis).findings()).isEqualTo(findings);
  }
}
