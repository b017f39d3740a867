package io.goldenpath.dialect.definition;

import io.goldenpath.model.target.Condition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Signs of life in a platform's own messages. */
public sealed interface HeartbeatRule {

  /**
   * One of the server's.
   *
   * @param send Our answer, which may point into its message; null where none is due.
   */
  record Answering(Condition when, SentMessage.@Nullable OnSocket send, Captures captures)
      implements HeartbeatRule {}

  /**
   * One of ours, on an interval.
   *
   * @param answered The server's answer, without which by the next one the connection is lost; null
   *     where it gives none.
   */
  record Interval(Every every, SentMessage.OnSocket send, @Nullable Condition answered)
      implements HeartbeatRule {}

  /** How often we send one. */
  sealed interface Every {

    record Fixed(Duration interval) implements Every {}

    /** Milliseconds in a variable, from when it is there. */
    record Variable(String name) implements Every {}
  }
}
