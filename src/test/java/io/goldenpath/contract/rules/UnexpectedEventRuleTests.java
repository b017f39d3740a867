package io.goldenpath.contract.rules;

import static io.goldenpath.contract.rules.OwnContracts.run;
import static io.goldenpath.contract.rules.OwnContracts.strict;
import static io.goldenpath.contract.rules.OwnContracts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnexpectedEventRuleTests {

  @Test
  void takesUnknownFramesAsItIsTold() {
    FrameContent strange = new FrameContent.Unknown("hologram");

    assertThat(run(strict(Contract.UnknownPolicy.WARN)).after(5, strange).goodRun().findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.kind()).isEqualTo(FindingKind.UNEXPECTED_EVENT);
          assertThat(finding.severity()).isEqualTo(Severity.WARNING);
          assertThat(finding.message()).contains("hologram");
        });
    assertThat(run(strict(Contract.UnknownPolicy.FAIL)).after(5, strange).goodRun().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
    assertThat(
            run(strict(Contract.UnknownPolicy.FAIL))
                .after(5, new FrameContent.Notice("x"))
                .goodRun()
                .found())
        .isEmpty();
    assertThat(
            run(strict(Contract.UnknownPolicy.WARN))
                .after(5, SampleEvent.of("progress_update"))
                .goodRun()
                .found())
        .containsExactly("unexpected_event/events");
  }

  @Test
  void forbidsEvents() {
    Contract contract =
        with(
            new Contract.Strictness(
                Set.of("debug"), Contract.UnknownPolicy.IGNORE, null, Map.of()));

    assertThat(run(contract).after(5, SampleEvent.of("debug")).goodRun().found())
        .containsExactly("unexpected_event/events");
    assertThat(run(contract).after(5, new FrameContent.Unknown("debug")).goodRun().found())
        .containsExactly("unexpected_event/events");
  }
}
