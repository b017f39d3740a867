package io.goldenpath.dialect.definition;

import java.util.List;

/**
 * Places of what an event says of itself; the first that is there counts, of users all.
 *
 * @param time Left out when two events are compared, and so is {@code sequence}.
 */
public record EventFieldRules(
    List<MessageValue> run,
    List<MessageValue> thread,
    List<MessageValue> user,
    List<MessageValue> agent,
    List<MessageValue> tool,
    List<MessageValue> call,
    List<MessageValue> time,
    List<MessageValue> sequence) {

  public static final EventFieldRules NONE =
      new EventFieldRules(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public EventFieldRules {
    run = List.copyOf(run);
    thread = List.copyOf(thread);
    user = List.copyOf(user);
    agent = List.copyOf(agent);
    tool = List.copyOf(tool);
    call = List.copyOf(call);
    time = List.copyOf(time);
    sequence = List.copyOf(sequence);
  }
}
