package io.goldenpath.dialect.definition;

import io.goldenpath.model.target.Condition;
import java.time.Duration;

/** When a connection takes a question. */
public sealed interface ReadyRule {

  /** Once all that opens it is sent. */
  record AtOnce() implements ReadyRule {}

  /** Once so many such messages have come. */
  record Count(Condition when, int messages, Captures captures) implements ReadyRule {}

  /** Once such a message has come, and then nothing but heartbeats for so long. */
  record Quiet(Condition when, Duration quiet, Captures captures) implements ReadyRule {}
}
