package io.goldenpath.dialect.conversation;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.conversation.DescribedEvents.Naming;
import io.goldenpath.dialect.conversation.RunEnd.Meaning;
import io.goldenpath.dialect.definition.AnswerRules;
import io.goldenpath.dialect.definition.DialectDefinition;
import io.goldenpath.dialect.definition.EndRules;
import io.goldenpath.dialect.definition.EventRules.OursRule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads what messages say of the run that answers our question. */
final class RunReader {

  private final DialectDefinition definition;
  private final ConversationVariables variables;
  private final DescribedEvents events;
  private final AnswerText answer;
  private final RunEnd end;
  private final HeldMessages held = new HeldMessages();
  private AgentEvent.Ids lastIds = new AgentEvent.Ids(null, null);
  private boolean asked;

  RunReader(DialectDefinition definition, ConversationVariables variables) {
    this.definition = definition;
    this.variables = variables;
    this.events = new DescribedEvents(definition.events(), variables);
    this.answer = new AnswerText(definition.events().answer());
    this.end = new RunEnd(definition.end());
  }

  /** A question is about to be asked. */
  void begin() {
    answer.begin();
    end.begin();
    held.release();
    lastIds = new AgentEvent.Ids(null, null);
    asked = false;
  }

  /** The question is handed out. */
  void asked() {
    asked = true;
  }

  boolean isAsked() {
    return asked;
  }

  /**
   * What the message says; nothing where it says nothing of a run.
   *
   * @param naming Which names make it an event; one that is none is not held either.
   */
  List<Reading.Part> read(Received message, Naming naming) {
    OursRule ours = definition.events().ours();
    boolean known = naming == Naming.NONE || ours == null || variables.knows(ours.needs());
    if (ours != null && asked && !known) {
      message.takenBy("ours (waits for what is captured)");
      return List.of(message.part(held(message, ours)));
    }
    return readNow(message, naming);
  }

  private FrameContent held(Received message, OursRule ours) {
    return new FrameContent.Notice(
        "%s, %s %s"
            .formatted(
                message.type(),
                held.add(message) ? "held for want of" : "too many to be held for want of",
                String.join(", ", ours.needs())));
  }

  /** What held messages say, once it is known which are ours. */
  List<Reading.Part> released() {
    OursRule ours = definition.events().ours();
    return held.none() || ours == null || !variables.knows(ours.needs())
        ? List.of()
        : held.release().stream()
            .flatMap(message -> readNow(message, Naming.ANY).stream())
            .toList();
  }

  private List<Reading.Part> readNow(Received message, Naming naming) {
    OursRule ours = definition.events().ours();
    if (ours != null && !message.matches(ours.when())) {
      message.takenBy("ours (not our question's)");
      return asked && ours.foreignFails() ? foreign(message) : List.of();
    }
    if (!asked) {
      String name = events.name(message, naming);
      return name == null ? List.of() : List.of(event(message, name, ""));
    }
    return end.excuses(message) ? List.of() : own(message, naming);
  }

  /** An event of another question, which is told by the lack of our run's id. */
  private List<Reading.Part> foreign(Received message) {
    String name = events.name(message, Naming.ANY);
    if (name == null) {
      return List.of();
    }
    AgentEvent.Ids ids = message.ids();
    String run = ids.run() == null ? "another question's" : ids.run();
    FrameContent event = events.event(message, name, new AgentEvent.Ids(run, ids.thread()), "");
    return List.of(message.part(event));
  }

  private List<Reading.Part> own(Received message, Naming naming) {
    List<Reading.Part> parts = new ArrayList<>();
    String name = events.name(message, naming);
    Meaning meaning = end.received(message);
    boolean hasAnswer = answer.add(message, name, meaning != Meaning.NOTHING);
    if (name != null) {
      parts.add(event(message, name, eventText(message, name, meaning, hasAnswer)));
    }
    if (name != null || hasAnswer) {
      end.active(message);
    }
    FrameContent ended = ended(message, meaning);
    if (ended != null) {
      parts.add(message.part(ended));
    }
    return parts;
  }

  private Reading.Part event(Received message, String name, String text) {
    AgentEvent.Ids ids = message.ids();
    lastIds =
        new AgentEvent.Ids(
            ids.run() == null ? lastIds.run() : ids.run(),
            ids.thread() == null ? lastIds.thread() : ids.thread());
    return message.part(events.event(message, name, ids, text));
  }

  /** The answer so far in what may end the run; empty elsewhere. */
  private String eventText(Received message, String name, Meaning meaning, boolean hasAnswer) {
    AnswerRules rule = definition.events().answer();
    if (rule.kind() == AnswerRules.Kind.AT && meaning == Meaning.NOTHING) {
      boolean has = rule.of().isEmpty() ? end.isLeftToContract() : rule.of().contains(name);
      return has ? answer.in(message).orElse("") : "";
    }
    boolean mayEnd = meaning != Meaning.NOTHING || (end.isLeftToContract() && !hasAnswer);
    return mayEnd ? answer.text() : "";
  }

  private @Nullable FrameContent ended(Received message, Meaning meaning) {
    return switch (meaning) {
      case NOTHING, PART -> null;
      case SUCCESS -> new FrameContent.End(answer.text(), null, idsOf(message));
      case FAILURE -> new FrameContent.End(answer.text(), failure(message), idsOf(message));
      case PAUSED -> new FrameContent.Paused(message.type());
    };
  }

  private String failure(Received message) {
    EndRules rules = definition.end();
    return ErrorReader.text(message, rules.message());
  }

  private AgentEvent.Ids idsOf(Received message) {
    AgentEvent.Ids ids = message.ids();
    return ids.run() == null && ids.thread() == null ? lastIds : ids;
  }

  /** The end of a run that has been quiet for long enough. */
  List<Reading.Part> elapsed(long nanos) {
    List<Reading.Part> parts = new ArrayList<>(released());
    end.elapsed(nanos)
        .map(last -> last.part(new FrameContent.End(answer.text(), null, idsOf(last))))
        .ifPresent(parts::add);
    return parts;
  }

  OptionalLong next() {
    OursRule ours = definition.events().ours();
    return !held.none() && ours != null && variables.knows(ours.needs())
        ? OptionalLong.of(held.since())
        : end.next();
  }
}
