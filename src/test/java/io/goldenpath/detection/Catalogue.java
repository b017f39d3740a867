package io.goldenpath.detection;

import io.goldenpath.demo.AgentVariant;
import io.goldenpath.demo.AnswerVariant;
import io.goldenpath.demo.DemoBehaviour;
import io.goldenpath.demo.EnvelopeVariant;
import io.goldenpath.demo.StreamVariant;
import io.goldenpath.demo.TimeVariant;
import io.goldenpath.demo.WelcomeVariant;
import io.goldenpath.demo.WritingVariant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every case.
 *
 * @param faults What the monitor must name.
 * @param variants What it must not even notice.
 */
record Catalogue(List<Chapter> faults, List<Chapter> variants) {

  /**
   * Cases that belong together.
   *
   * @param title What they have in common.
   * @param cases One each.
   */
  record Chapter(String title, List<Case> cases) {

    static Chapter of(String title, Stream<Case> cases) {
      return new Chapter(title, cases.toList());
    }

    static Chapter of(String title, DemoBehaviour... tolerated) {
      return of(title, Stream.of(tolerated).map(Case::of));
    }
  }

  static Catalogue whole() {
    return new Catalogue(
        List.of(
            Chapter.of("To try first", FirstFaults.cases()),
            Chapter.of("At the login", LoginCases.cases()),
            Chapter.of("At the upgrade", UpgradeCases.cases()),
            Chapter.of("Turned away after the upgrade", DoorCases.cases()),
            Chapter.of("At the welcome", WelcomeCases.cases()),
            Chapter.of("Silent, stalled, late", PaceCases.cases()),
            Chapter.of("Connections that end", DropCases.cases()),
            Chapter.of("Errors that are reported", ErrorCases.cases()),
            Chapter.of("Events and their order", EventCases.cases()),
            Chapter.of("Other users, other runs", IdentityCases.cases()),
            Chapter.of("Answers", AnswerCases.cases()),
            Chapter.of("Nobody at work", FabricatedCases.cases()),
            Chapter.of("Recovery", RecoveryCases.cases()),
            Chapter.of("Refusal", RefusalCases.cases())),
        List.of(
            Chapter.of("Envelopes", EnvelopeVariant.values()),
            Chapter.of("Login and welcome", WelcomeVariant.values()),
            Chapter.of("Agents and tools", AgentVariant.values()),
            Chapter.of("Frames between and after the events", StreamVariant.values()),
            Chapter.of("Times", TimeVariant.values()),
            Chapter.of("JSON and fragments", WritingVariant.values()),
            Chapter.of("Right answers", AnswerVariant.values()),
            Chapter.of(
                "Sessions that end, and those that must not begin",
                Stream.concat(RecoveryCases.tolerated(), RefusalCases.tolerated()))));
  }

  Stream<Case> all() {
    return Stream.of(faults, variants).flatMap(Catalogue::cases);
  }

  static Stream<Case> cases(List<Chapter> chapters) {
    return chapters.stream().flatMap(chapter -> chapter.cases().stream());
  }
}
