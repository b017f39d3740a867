package io.goldenpath.inference.event;

import java.util.regex.Pattern;

/** What an event tells of a run, by its name. */
public enum EventRole {
  HEARTBEAT("(?:.*[._:-])?(?:ping|pong|heart_?-?beat|keep_?-?alive|ka|hb)"),
  TOOL_COMPLETED(
      "(?=.*(?:tool|function|call|action)).*(?:end|ended|complete|completed|finish|finished|result"
          + "|results|done|response|output|execution|executed|success).*"),
  TOOL_STARTED(".*(?:tool|function_?call|action).*"),
  THINKING(".*(?:think|thought|reason|plan).*"),
  COMPLETED(
      ".*(?:done|complete|completed|finish|finished|ended|end|final|result|eos|eof|stop|stopped"
          + "|succeeded|final_answer)"),
  FAILED(".*(?:error|fail|failed|failure|exception|aborted|cancelled|canceled)"),
  STARTED(".*(?:start|started|begin|begun|created|accepted|running|ack|queued)"),
  OTHER(".*");

  private final Pattern name;

  EventRole(String name) {
    this.name = Pattern.compile(name, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** What an event of this name tells. */
  public static EventRole of(String name) {
    for (EventRole role : values()) {
      if (role.name.matcher(name).matches()) {
        return role;
      }
    }
    return OTHER;
  }

  public boolean isTool() {
    return this == TOOL_STARTED || this == TOOL_COMPLETED;
  }
}
