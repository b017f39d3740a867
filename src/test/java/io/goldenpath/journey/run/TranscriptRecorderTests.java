package io.goldenpath.journey.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Transcript;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptRecorderTests {

  @ParameterizedTest
  @CsvSource({"1, 400", "40, 400", "100, 160", "1000, 60"})
  void keepsFewerFramesOfEachTheMoreUsersThereAre(int users, int kept) {
    TranscriptRecorder transcriptRecorder = new TranscriptRecorder(users);
    for (int i = 0; i < 1_000; i++) {
      add(transcriptRecorder, "x");
    }

    Transcript transcript = transcriptRecorder.transcript();
    assertThat(transcript.frames()).hasSize(kept);
    assertThat(transcript.omitted()).isEqualTo(1_000 - kept);
    assertThat(transcript.frames().getFirst().number()).isEqualTo(1);
    assertThat(transcript.frames().getLast().number()).isEqualTo(1_000);
  }

  @Test
  void shortensWhatIsLong() {
    TranscriptRecorder transcriptRecorder = new TranscriptRecorder(1);
    add(transcriptRecorder, "x".repeat(10_000));

    assertThat(transcriptRecorder.transcript().frames().getFirst().text())
        .hasSizeLessThan(8_300)
        .endsWith("(1808 more characters)");
  }

  private static void add(TranscriptRecorder transcriptRecorder, String text) {
    transcriptRecorder.add(Frame.Direction.RECEIVED, Duration.ZERO, text.length(), text);
  }
}
