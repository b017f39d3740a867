package io.goldenpath.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Frame;
import io.goldenpath.probe.Transcript;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecorderTests {

  @ParameterizedTest
  @CsvSource({"1, 400", "40, 400", "100, 160", "1000, 60"})
  void keepsFewerFramesOfEachTheMoreUsersThereAre(int users, int kept) {
    Recorder recorder = new Recorder(users);
    for (int i = 0; i < 1_000; i++) {
      add(recorder, "x");
    }

    Transcript transcript = recorder.transcript();
    assertThat(transcript.frames()).hasSize(kept);
    assertThat(transcript.left()).isEqualTo(1_000 - kept);
    assertThat(transcript.frames().getFirst().number()).isEqualTo(1);
    assertThat(transcript.frames().getLast().number()).isEqualTo(1_000);
  }

  @Test
  void shortensWhatIsLong() {
    Recorder recorder = new Recorder(1);
    add(recorder, "x".repeat(10_000));

    assertThat(recorder.transcript().frames().getFirst().text())
        .hasSizeLessThan(8_300)
        .endsWith("(1808 more characters)");
  }

  private static void add(Recorder recorder, String text) {
    recorder.add(Frame.Direction.RECEIVED, Duration.ZERO, text.length(), text);
  }
}
