package io.goldenpath.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Frame.Direction;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One line among the frames of a run. */
class FrameViewTests {

  @Test
  void showsOfANoteItsMomentAndOfAFrameItsLengthToo() {
    assertThat(view(Direction.NOTE, 0)).returns("40 ms", FrameView::facts);
    assertThat(view(Direction.RECEIVED, 7)).returns("40 ms, 7 bytes", FrameView::facts);
  }

  private static FrameView view(Direction direction, int bytes) {
    Frame frame = new Frame(3, direction, Duration.ofMillis(40), bytes, "text");
    return FrameView.of(1, frame, List.of(), 1000);
  }
}
