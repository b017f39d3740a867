package io.goldenpath.contract.event;

import org.jspecify.annotations.Nullable;

/** What one frame says, read through a dialect. */
public sealed interface FrameContent {

  /**
   * The connection is ready for a message.
   *
   * @param maxMessageBytes bytes of the longest message that the server takes; null when it does
   *     not say
   * @param degradedReason how the platform says that it is not well all the same; null when it does
   *     not
   * @param connectionId id of the connection; null when it does not say
   */
  record Ready(
      @Nullable Integer maxMessageBytes,
      @Nullable String degradedReason,
      @Nullable String connectionId)
      implements FrameContent {

    /** A connection without an id. */
    public Ready(@Nullable Integer maxMessage, @Nullable String unwell) {
      this(maxMessage, unwell, null);
    }
  }

  /** A sign of life of the connection. */
  record Heartbeat() implements FrameContent {}

  /** An agent at work. */
  record Event(AgentEvent event) implements FrameContent {}

  /**
   * The platform reports an error.
   *
   * @param text what it says, on one line
   * @param cause what the error is evidence of
   * @param source who failed
   * @param ids run that failed, where it is named
   */
  record Failure(String text, ErrorCause cause, ErrorSource source, AgentEvent.Ids ids)
      implements FrameContent {

    /** Of nobody in particular. */
    public Failure(String text, ErrorCause cause) {
      this(text, cause, ErrorSource.NOBODY, new AgentEvent.Ids(null, null));
    }

    /** Shows the blame alone: the text is not redacted yet. */
    @Override
    public String toString() {
      return "Failure[" + cause + "]";
    }
  }

  /**
   * Who failed; null where nobody is named.
   *
   * @param agent name of the agent
   * @param tool name of its tool, where that failed and the agent went on
   */
  record ErrorSource(@Nullable String agent, @Nullable String tool) {

    /** Nobody in particular. */
    public static final ErrorSource NOBODY = new ErrorSource(null, null);
  }

  /** The platform says of itself that it runs degraded. */
  record Degraded(String text) implements FrameContent {

    @Override
    public String toString() {
      return "Degraded[]";
    }
  }

  /**
   * A message was taken note of, under the name of its type.
   *
   * @param questionType whether it was the question's type, which means that nobody knows it
   */
  record Ack(boolean questionType) implements FrameContent {}

  /** An answer outside the event stream, which users of the platform do not see. */
  record Response(String text, boolean canned) implements FrameContent {

    @Override
    public String toString() {
      return "Response[canned=" + canned + "]";
    }
  }

  /**
   * Known, and of no weight for a run.
   *
   * @param type its type
   * @param connectionClaim what it claims of the connection; null when it says nothing of it
   */
  record Notice(String type, @Nullable String connectionClaim) implements FrameContent {

    /** A notice that claims nothing. */
    public Notice(String type) {
      this(type, null);
    }
  }

  /** Of a type that the dialect does not know. */
  record Unknown(String type) implements FrameContent {}

  /** Not a frame of this dialect at all. */
  record Unreadable(String reason) implements FrameContent {}

  /** What an error is evidence of. */
  enum ErrorCause {
    /** The user is not let in. */
    AUTH,
    /** Come back later. */
    OVERLOAD,
    /** The message was not understood. */
    MESSAGE,
    /** The agent failed or died. */
    AGENT,
    /** Nothing in particular. */
    PLATFORM
  }
}
