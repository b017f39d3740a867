package io.goldenpath.detection;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.variant.AfterAnswerVariants;
import io.goldenpath.catalogue.variant.AgentVariants;
import io.goldenpath.catalogue.variant.AnswerVariants;
import io.goldenpath.catalogue.variant.ConnectionFrameVariants;
import io.goldenpath.catalogue.variant.EncodingVariants;
import io.goldenpath.catalogue.variant.EnvelopeVariants;
import io.goldenpath.catalogue.variant.NoticeVariants;
import io.goldenpath.catalogue.variant.RunReportVariants;
import io.goldenpath.catalogue.variant.TimestampVariants;
import io.goldenpath.catalogue.variant.WelcomeVariants;
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
  record Chapter(String title, List<DetectionCase> cases) {

    static Chapter of(String title, Stream<DetectionCase> cases) {
      return new Chapter(title, cases.toList());
    }

    static Chapter of(String title, BehaviourGroup... tolerated) {
      return of(
          title,
          Stream.of(tolerated).flatMap(group -> group.all().stream()).map(DetectionCase::of));
    }
  }

  static Catalogue whole() {
    return new Catalogue(
        List.of(
            Chapter.of("To try first", FirstFaultCases.cases()),
            Chapter.of("At the login", LoginCases.cases()),
            Chapter.of("At the upgrade", UpgradeCases.cases()),
            Chapter.of("Turned away after the upgrade", AdmissionCases.cases()),
            Chapter.of("At the welcome", WelcomeCases.cases()),
            Chapter.of("Silent, stalled, late", TimingCases.cases()),
            Chapter.of("Connections that end", DisconnectCases.cases()),
            Chapter.of("Errors that are reported", ErrorCases.cases()),
            Chapter.of("Events and their order", EventCases.cases()),
            Chapter.of("Other users, other runs", IdentityCases.cases()),
            Chapter.of("Answers", AnswerCases.cases()),
            Chapter.of("Nobody at work", FabricationCases.cases()),
            Chapter.of("Recovery", RecoveryCases.cases()),
            Chapter.of("Refusal", RefusalCases.cases())),
        List.of(
            Chapter.of("Envelopes", EnvelopeVariants.GROUP),
            Chapter.of("Login and welcome", WelcomeVariants.GROUP),
            Chapter.of("Agents and tools", AgentVariants.GROUP),
            Chapter.of(
                "Frames between and after the events",
                ConnectionFrameVariants.GROUP,
                RunReportVariants.GROUP,
                NoticeVariants.GROUP,
                AfterAnswerVariants.GROUP),
            Chapter.of("Times", TimestampVariants.GROUP),
            Chapter.of("JSON and fragments", EncodingVariants.GROUP),
            Chapter.of("Right answers", AnswerVariants.GROUP),
            Chapter.of(
                "Sessions that end, and those that must not begin",
                Stream.concat(RecoveryCases.tolerated(), RefusalCases.tolerated()))));
  }

  Stream<DetectionCase> all() {
    return Stream.of(faults, variants).flatMap(Catalogue::cases);
  }

  static Stream<DetectionCase> cases(List<Chapter> chapters) {
    return chapters.stream().flatMap(chapter -> chapter.cases().stream());
  }
}
