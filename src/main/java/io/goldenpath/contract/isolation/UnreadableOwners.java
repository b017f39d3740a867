package io.goldenpath.contract.isolation;

import io.goldenpath.contract.rules.UnreadableOwner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Findings;
import java.util.List;

/** Tells once in a run of an owner that cannot be read, whoever received it. */
final class UnreadableOwners {

  private UnreadableOwners() {}

  static List<Finding> first(UserGroup group, long start) {
    Findings findings = new Findings(0, start);
    group.all().stream()
        .filter(log -> log.received().stream().anyMatch(frame -> frame.unreadableOwner() != null))
        .findFirst()
        .ifPresent(log -> tell(log, findings));
    return findings.all();
  }

  private static void tell(UserFrameLog log, Findings findings) {
    ReceivedFrame frame =
        log.received().stream()
            .filter(received -> received.unreadableOwner() != null)
            .findFirst()
            .orElseThrow();
    new UnreadableOwner(
            String.valueOf(frame.unreadableOwner()), log.step(frame), frame.number(), frame.nanos())
        .tell(findings, log.slot());
  }
}
