package io.goldenpath.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.dialect.Replay.Line;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
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
class JudgingPropertyTests {

  @Provide
  Arbitrary<List<Line>> runs() {
    return GoodRuns.runs();
  }

  /** Of platforms that say which run an event belongs to. */
  @Provide
  Arbitrary<List<Line>> namedRuns() {
    return GoodRuns.runs()
        .filter(run -> run.stream().allMatch(line -> line.frame().contains("\"r1\"")));
  }

  @Provide
  Arbitrary<List<Line>> noise() {
    return GoodRuns.noise();
  }

  @Provide
  Arbitrary<String> strangers() {
    return Arbitraries.of(Envelopes.bridge(""))
        .map(frame -> frame.replace("\"r1\"", "\"r2\"").replace(Replay.ANSWER, "Bananas"));
  }

  @Property
  void staysGoodWhateverHarmlessFramesComeBetween(
      @ForAll("runs") List<Line> run, @ForAll("noise") List<Line> noise) {
    assertThat(Replay.of(GoodRuns.with(run, noise)).findings()).isEmpty();
  }

  @Property
  void addsOneWrongRunForAnEventOfAnotherAndNothingElse(
      @ForAll("namedRuns") List<Line> run,
      @ForAll("noise") List<Line> noise,
      @ForAll("strangers") String stranger,
      @ForAll @IntRange(min = 1, max = 2000) int at) {
    int within = Math.min(at, run.getLast().at() + 400);
    List<Line> lines = GoodRuns.with(run, List.of(new Line(within, stranger)));

    List<String> found = Replay.of(GoodRuns.with(lines, noise)).found();

    assertThat(found).containsExactly("wrong_run/events");
  }

  @Property
  void findsEveryEventThatIsTakenOut(
      @ForAll("runs") List<Line> run,
      @ForAll("noise") List<Line> noise,
      @ForAll @IntRange(max = 4) int place) {
    List<Line> lines = new ArrayList<>(run);
    lines.remove(place);

    List<Finding> findings = Replay.of(GoodRuns.with(lines, noise)).findings();

    FindingKind kind = place == 4 ? FindingKind.STALLED : FindingKind.MISSING_EVENT;
    assertThat(findings)
        .filteredOn(finding -> finding.kind() == kind)
        .singleElement()
        .satisfies(finding ->
            assertThat(
                    place == 4 || finding.evidence().expected().equals(Envelopes.NAMES.get(place)))
                .isTrue());
  }

  @Property
  void findsEveryPairThatIsSwapped(
      @ForAll("runs") List<Line> run,
      @ForAll("noise") List<Line> noise,
      @ForAll @IntRange(max = 3) int first,
      @ForAll @IntRange(min = 1, max = 4) int second) {
    if (first >= second) {
      return;
    }
    List<Line> lines = new ArrayList<>(run);
    lines.set(first, new Line(run.get(first).at(), run.get(second).frame()));
    lines.set(second, new Line(run.get(second).at(), run.get(first).frame()));

    List<String> found = Replay.of(GoodRuns.with(lines, noise)).found();

    assertThat(found).containsAnyOf("out_of_order/events", "after_terminal/events");
  }

  @Property
  void findsEveryToolThatIsUnpaired(
      @ForAll("runs") List<Line> run, @ForAll("noise") List<Line> noise, @ForAll boolean opened) {
    List<Line> lines = new ArrayList<>(run);
    String other = run.get(opened ? 2 : 3).frame().replace("\"calc\"", "\"search\"");
    int at = run.get(opened ? 2 : 3).at();
    lines.add(opened ? 3 : 4, new Line(at, other));

    List<String> found = Replay.of(GoodRuns.with(lines, noise)).found();

    assertThat(found).containsExactly("unpaired_tool/events");
  }

  @Property
  void judgesTheSameTwiceHoweverOftenItLooksAtTheClock(
      @ForAll("runs") List<Line> run,
      @ForAll("noise") List<Line> noise,
      @ForAll @IntRange(max = 4) int from,
      @ForAll @IntRange(max = 4) int to,
      @ForAll @IntRange(min = 1, max = 997) int everyMillis) {
    List<Line> lines = new ArrayList<>(run);
    Collections.swap(lines, from, to);
    lines.sort((a, b) -> Integer.compare(a.at(), b.at()));
    Replay replay = Replay.of(GoodRuns.with(lines, noise));

    List<Finding> findings = replay.findings();

    assertThat(replay.findings()).isEqualTo(findings);
    assertThat(replay.judged(everyMillis).findings()).isEqualTo(findings);
  }
}
