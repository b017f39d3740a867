package io.goldenpath.contract;

import org.jspecify.annotations.Nullable;

/** What one frame says, read through a dialect. */
public sealed interface Reading {

  /**
   * The connection is ready for a message.
   *
   * @param maxMessage bytes of the longest message that the server takes; null when it does not say
   * @param unwell how the platform says that it is not well all the same; null when it does not
   * @param connection id of the connection; null when it does not say
   */
  record Ready(@Nullable Integer maxMessage, @Nullable String unwell, @Nullable String connection)
      implements Reading {

    /** A connection without an id. */
    public Ready(@Nullable Integer maxMessage, @Nullable String unwell) {
      this(maxMessage, unwell, null);
    }
  }

  /** A sign of life of the connection, and what it wants to be answered with, if anything. */
  record Heartbeat(@Nullable String reply) implements Reading {}

  /** An agent at work. */
  record Event(AgentEvent event) implements Reading {}

  /**
   * The platform reports an error.
   *
   * @param text what it says, on one line
   * @param blame what the error is evidence of
   * @param actor who failed
   * @param ids run that failed, where it is named
   */
  record Failure(String text, Blame blame, Actor actor, AgentEvent.Ids ids) implements Reading {

    /** Shows the blame alone: the text is not redacted yet. */
    @Override
    public String toString() {
      return "Failure[" + blame + "]";
    }
  }

  /**
   * Who failed; null where nobody is named.
   *
   * @param agent name of the agent
   * @param tool name of its tool, where that failed and the agent went on
   */
  record Actor(@Nullable String agent, @Nullable String tool) {

    /** Nobody in particular. */
    public static final Actor NOBODY = new Actor(null, null);
  }

  /** The platform says of itself that it runs degraded. */
  record Degraded(String text) implements Reading {

    @Override
    public String toString() {
      return "Degraded[]";
    }
  }

  /**
   * A message was taken note of, under the name of its type.
   *
   * @param question whether it was the question's type, which means that nobody knows it
   */
  record Ack(boolean question) implements Reading {}

  /** An answer outside the event stream, which users of the platform do not see. */
  record Response(String text, boolean canned) implements Reading {

    @Override
    public String toString() {
      return "Response[canned=" + canned + "]";
    }
  }

  /**
   * Known, and of no weight for a run.
   *
   * @param type its type
   * @param claim what it claims of the connection; null when it says nothing of it
   */
  record Notice(String type, @Nullable String claim) implements Reading {

    /** A notice that claims nothing. */
    public Notice(String type) {
      this(type, null);
    }
  }

  /** Of a type that the dialect does not know. */
  record Unknown(String type) implements Reading {}

  /** Not a frame of this dialect at all. */
  record Unreadable(String why) implements Reading {}

  /** What an error is evidence of. */
  enum Blame {
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
