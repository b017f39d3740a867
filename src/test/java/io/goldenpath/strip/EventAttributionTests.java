package io.goldenpath.strip;

import static io.goldenpath.model.run.SampleRuns.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.EventArrival;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventAttributionTests {

  private static final List<String> PATH = List.of("started", "thinking", "tool", "completed");
  private static final int STARTED_FRAME = 3;

  private final EventAttribution attribution =
      new EventAttribution(
          PATH,
          List.of(
              new EventArrival("started", millis(10), millis(10), 10, STARTED_FRAME, 0),
              new EventArrival("completed", millis(90), millis(90), 90, 7, 0)));

  @Test
  void aMissingEventIsItself() {
    assertThat(attributed(FindingKind.MISSING_EVENT, "tool", 7)).containsExactly("tool");
  }

  @Test
  void whatNamesNoEventThatIsMissingIsAboutTheFirstThatIs() {
    assertThat(attributed(FindingKind.MISSING_EVENT, "started")).containsExactly("thinking");
    assertThat(attributed(FindingKind.STALLED, null, STARTED_FRAME, 0)).containsExactly("thinking");
  }

  @Test
  void anEventThatCameIsKnownByItsFrameFirst() {
    assertThat(attributed(FindingKind.UNPAIRED_TOOL, "tool", STARTED_FRAME, 0))
        .containsExactly("started");
    assertThat(attributed(FindingKind.UNPAIRED_TOOL, "tool")).containsExactly("tool");
  }

  @Test
  void anEventThatIsNotOfThePathCountsAsTheFirstThatIsMissing() {
    assertThat(attributed(FindingKind.UNEXPECTED_EVENT, "debug")).containsExactly("thinking");
  }

  private List<String> attributed(FindingKind kind, @Nullable String event, Integer... frames) {
    Evidence evidence = new Evidence("", "", millis(90), List.of(frames));
    Finding finding =
        new Finding(kind, kind.severity(), Step.EVENTS, event, 1, kind.label(), evidence);
    return PATH.stream().filter(station -> attribution.concerns(finding, station)).toList();
  }
}
