package io.goldenpath.dialect;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.Question;
import org.jspecify.annotations.Nullable;

/** How a platform is spoken to, and how its frames are read. */
public interface Dialect {

  /** Name by which settings choose it. */
  String name();

  /** The frame that asks this question. */
  default String submit(Question question) {
    return submit(question, null);
  }

  /**
   * The frame that asks this question.
   *
   * @param thread id of the thread to ask it on; null for a new one
   */
  String submit(Question question, @Nullable String thread);

  /** What this frame says. Whatever a server may send, this never throws. */
  DecodedFrame read(String frame);
}
