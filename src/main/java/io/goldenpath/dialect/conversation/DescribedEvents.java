package io.goldenpath.dialect.conversation;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.dialect.definition.EventRules;
import io.goldenpath.dialect.definition.EventRules.NamedEvent;
import org.jspecify.annotations.Nullable;

/** Reads names and fields of events. */
final class DescribedEvents {

  private final EventRules rules;
  private final ConversationVariables variables;
  private final MessageFingerprint fingerprint;

  /** Which names make a message an event. */
  enum Naming {
    NONE,
    /** Those by condition: the platform's own names do not count. */
    BY_CONDITION,
    ANY
  }

  DescribedEvents(EventRules rules, ConversationVariables variables) {
    this.rules = rules;
    this.variables = variables;
    this.fingerprint = new MessageFingerprint(rules.fields());
  }

  /** The event's name; null where it has none. */
  @Nullable String name(Received message, Naming naming) {
    if (naming == Naming.NONE) {
      return null;
    }
    for (NamedEvent named : rules.named()) {
      if (message.matches(named.when())) {
        message.takenBy("events." + named.name());
        variables.take(named.captures(), message.view());
        return named.name();
      }
    }
    return naming == Naming.ANY ? ownName(message) : null;
  }

  /** What the platform calls it. */
  private @Nullable String ownName(Received message) {
    String name = message.text(rules.name());
    if (name != null) {
      message.takenBy("event");
    }
    return name;
  }

  FrameContent event(Received message, String name, AgentEvent.Ids ids, String text) {
    return new FrameContent.Event(
        new AgentEvent(
            name,
            ids,
            message.agent(),
            message.tool(),
            new AgentEvent.Body(text, false, false, false, null),
            fingerprint.of(message.view())));
  }
}
