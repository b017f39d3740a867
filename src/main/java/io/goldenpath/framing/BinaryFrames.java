package io.goldenpath.framing;

/** What a binary frame is taken for. */
public enum BinaryFrames {
  /** An attachment: counted, and not read. */
  IGNORE,
  /** Text in UTF-8. */
  TEXT,
  /** A fault: nothing of the protocol is binary. */
  FAIL
}
