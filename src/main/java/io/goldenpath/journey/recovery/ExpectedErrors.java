package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameListener;

/** Counts our malformed messages that may still be answered by an error frame. */
final class ExpectedErrors {

  private int open;

  void expect() {
    open++;
  }

  void answered() {
    open = Math.max(0, open - 1);
  }

  /** Filters out late error frames that answer malformed messages. */
  FrameListener filter(FrameListener next) {
    return new FilteredListener(next, (decoded, _, _) -> takes(decoded));
  }

  private boolean takes(DecodedFrame decoded) {
    boolean late =
        open > 0
            && decoded.content() instanceof FrameContent.Failure failure
            && failure.cause() == FrameContent.ErrorCause.MESSAGE;
    if (late) {
      answered();
    }
    return late;
  }
}
