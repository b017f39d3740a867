package io.goldenpath.dialect;

import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Question;

/** How a platform is spoken to, and how its frames are read. */
public interface Dialect {

  /** Name by which settings choose it. */
  String name();

  /** The frame that asks this question. */
  String submit(Question question);

  /** What this frame says. Whatever a server may send, this never throws. */
  Heard read(String frame);
}
