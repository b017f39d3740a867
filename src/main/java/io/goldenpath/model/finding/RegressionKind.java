package io.goldenpath.model.finding;

import java.util.Arrays;
import java.util.Optional;

/** What can change between the runs of a probe: a closed list, since it labels metrics. */
public enum RegressionKind implements Labelled {
  /** An event no longer comes, or less often. */
  EVENT_VANISHED(Severity.WARNING),
  /** An event comes that never came, or more often. */
  EVENT_APPEARED(Severity.WARNING),
  /** Two events come in the other order. */
  ORDER_CHANGED(Severity.WARNING),
  /** An event no longer carries a field. */
  FIELD_VANISHED(Severity.WARNING),
  /** An event, or the whole answer, takes longer or shorter. */
  LATENCY_SHIFTED(Severity.WARNING),
  /** The answer is about half or twice as long. */
  ANSWER_CHANGED(Severity.WARNING);

  private final Severity severity;

  RegressionKind(Severity severity) {
    this.severity = severity;
  }

  public static Optional<RegressionKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /** The severity that this kind has unless the settings say otherwise. */
  public Severity severity() {
    return severity;
  }
}
