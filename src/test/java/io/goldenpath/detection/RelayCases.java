package io.goldenpath.detection;

import static java.util.stream.Collectors.joining;

import io.goldenpath.catalogue.relay.FrameFault;
import io.goldenpath.catalogue.relay.ReplyFault;
import io.goldenpath.journey.chat.RelayFaultCase;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import java.util.Locale;

/** What the monitor says of the faults that the relay plays. */
final class RelayCases {

  private RelayCases() {}

  static String table() {
    return "| fault | where | what the relay does | what the monitor says |\n|---|---|---|---|\n"
        + RelayFaultCase.all().map(RelayCases::row).collect(joining());
  }

  private static String row(RelayFaultCase one) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            one.fault().name().toLowerCase(Locale.ROOT),
            one.place().name().toLowerCase(Locale.ROOT),
            sentence(one.fault()),
            sign(one));
  }

  private static String sentence(Enum<?> fault) {
    return switch (fault) {
      case ReplyFault reply -> reply.sentence();
      case FrameFault frame -> frame.sentence();
      default -> throw new IllegalArgumentException(fault.name());
    };
  }

  private static ExpectedFinding sign(RelayFaultCase one) {
    boolean harmless = one.step() == Step.CLOSE && one.kind() == FindingKind.TIMED_OUT;
    return harmless
        ? new ExpectedFinding(one.kind(), one.step(), Severity.INFO)
        : ExpectedFinding.of(one.kind(), one.step());
  }
}
