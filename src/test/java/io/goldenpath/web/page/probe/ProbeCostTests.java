package io.goldenpath.web.page.probe;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeCostTests {

  private final Probe probe = SampleRuns.probe("staging");

  @Test
  void countsRunsAndQuestionsOfADay() {
    assertThat(ProbeCost.of(probe, Optional.empty())).contains("1,440 runs a day");
    assertThat(ProbeCost.of(SampleRuns.isolation("staging", 12), Optional.empty()))
        .hasValueSatisfying(
            text -> assertThat(text).matches("([\\d,]+) runs a day with [\\d,]+ questions"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"done\",\"usage\":{\"total_tokens\":1234}} | 1,234",
        "{\"usage\":{\"input_tokens\":1000,\"output_tokens\":24}} | 1,024",
        "42/chat,[\"agent\",\"done\",{\"usage\":{\"tokens\":12}}] | 12",
        "{\"models_usage\":{\"prompt_tokens\":7,\"completion_tokens\":3}} | 10"
      })
  void tellsTheTokensOfTheLastFrameThatDoes(String frame, String tokens) {
    assertThat(ProbeCost.of(probe, Optional.of(ending("{\"usage\":{\"tokens\":1}}", frame))))
        .contains("1,440 runs a day; the last good one used " + tokens + " tokens");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"usage\":null}",
        "{\"usage\":{\"tokens\":\"many\"}}",
        "{\"usage\":{\"tokens\":99999999999999999999}}",
        "{\"text\":\"tokens: 5\"}"
      })
  void tellsNoneWhereNoFrameDoes(String frame) {
    assertThat(ProbeCost.of(probe, Optional.of(ending(frame)))).contains("1,440 runs a day");
  }

  private Run ending(String... frames) {
    Run run = SampleRuns.passed(probe, "a", NOON);
    List<Frame> received =
        IntStream.range(0, frames.length)
            .mapToObj(i ->
                new Frame(
                    i + 1,
                    Frame.Direction.RECEIVED,
                    SampleRuns.millis(i),
                    frames[i].length(),
                    frames[i]))
            .toList();
    return run.withUsers(
        run.users().stream()
            .map(user -> user.withTranscript(new Transcript(received, 0)))
            .toList());
  }
}
