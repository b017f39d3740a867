package io.goldenpath.contract.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one frame says, read through a dialect. */
public sealed interface FrameContent {

  /**
   * The connection is ready for a message; null stands for what the server does not say.
   *
   * @param heartbeat how often it looks for a sign of life
   * @param degradedReason how the platform says that it is degraded although ready
   */
  record Ready(
      @Nullable Integer maxMessageBytes,
      @Nullable String degradedReason,
      @Nullable String connectionId,
      @Nullable Duration heartbeat)
      implements FrameContent {

    public Ready(
        @Nullable Integer maxMessageBytes,
        @Nullable String degradedReason,
        @Nullable String connectionId) {
      this(maxMessageBytes, degradedReason, connectionId, null);
    }
  }

  /** Heartbeat of the connection. */
  record Heartbeat() implements FrameContent {}

  /** An agent at work. */
  record Event(AgentEvent event) implements FrameContent {}

  /**
   * Error that the platform reports.
   *
   * @param text what it says, on one line
   * @param ids run that failed, where it is named
   */
  record Failure(String text, ErrorCause cause, ErrorSource source, AgentEvent.Ids ids)
      implements FrameContent {

    public Failure(String text, ErrorCause cause) {
      this(text, cause, ErrorSource.NOBODY, new AgentEvent.Ids(null, null));
    }

    /** Shows the cause alone: the text is not redacted yet. */
    @Override
    public String toString() {
      return "Failure[" + cause + "]";
    }
  }

  /**
   * Who failed; null where nobody is named.
   *
   * @param tool name of the tool, where that failed and the agent went on
   * @param framing whether it is the framing that refuses, so that nothing else comes within it
   */
  record ErrorSource(@Nullable String agent, @Nullable String tool, boolean framing) {

    public static final ErrorSource NOBODY = new ErrorSource(null, null);
    public static final ErrorSource FRAMING = new ErrorSource(null, null, true);

    public ErrorSource(@Nullable String agent, @Nullable String tool) {
      this(agent, tool, false);
    }
  }

  /** The platform says of itself that it runs degraded. */
  record Degraded(String text) implements FrameContent {

    @Override
    public String toString() {
      return "Degraded[]";
    }
  }

  /**
   * Acknowledgement of a message by its type.
   *
   * @param questionType whether it is the question's type, which only a server that does not handle
   *     it says
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
   * Known frame that does not concern a run.
   *
   * @param connectionClaim what it says of the connection; null when nothing
   */
  record Notice(String type, @Nullable String connectionClaim) implements FrameContent {

    public Notice(String type) {
      this(type, null);
    }
  }

  /** Frame of a type that the dialect does not know. */
  record Unknown(String type) implements FrameContent {}

  /** Not a frame of this dialect at all. */
  record Unreadable(String reason) implements FrameContent {}

  /**
   * The run ended, in a dialect whose end is no event of its own.
   *
   * @param answer what the agent answered; empty where it gave no answer
   * @param failure what the platform says of its failure; null where it says that all is well
   * @param ids run that ended, where it is named
   */
  record End(String answer, @Nullable String failure, AgentEvent.Ids ids) implements FrameContent {

    /** Shows the length alone: the texts are not redacted yet. */
    @Override
    public String toString() {
      return "End[" + answer.length() + " characters]";
    }
  }

  /** The run waits for a person, and goes on only with one. */
  record Paused(String type) implements FrameContent {}

  /** What an error is evidence of. */
  enum ErrorCause {
    AUTH,
    OVERLOAD,
    MESSAGE,
    AGENT,
    /** Rules of the protocol, by which nobody in particular is refused. */
    PROTOCOL,
    /** No cause in particular. */
    PLATFORM
  }
}
