package io.goldenpath.dialect.conversation;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.dialect.ConversationValues;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.SendStep;
import io.goldenpath.dialect.conversation.DescribedEvents.Naming;
import io.goldenpath.dialect.conversation.UnaskedReplies.Reply;
import io.goldenpath.dialect.definition.AcceptedRule;
import io.goldenpath.dialect.definition.CaptureRule;
import io.goldenpath.dialect.definition.DialectDefinition;
import io.goldenpath.dialect.definition.Exchange.Opening;
import io.goldenpath.dialect.definition.MessageView;
import io.goldenpath.dialect.definition.SendRule;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is said on one connection in a described dialect; messages are read in a fixed order. */
final class DescribedConversation implements Conversation {

  private static final String HEARTBEATS = "heartbeats";

  /** Header by which GraphQL tells operations apart. */
  private static final String OPERATION = "id";

  private final DialectDefinition definition;
  private final Opening opening;
  private final ConversationVariables variables;
  private final RequestedSteps steps;
  private final UnaskedReplies replies;
  private final Heartbeats heartbeats;
  private final Readiness readiness;
  private final ErrorReader errors;
  private final RunReader run;
  private final RuleLog rules = new RuleLog();
  private final Map<String, RunReader> beside = new HashMap<>();
  private int asked;
  private boolean resumes;

  /**
   * A new one.
   *
   * @param resumed Whether the connection goes on where one was lost, so that the rest of a run may
   *     come unasked.
   */
  DescribedConversation(
      DialectDefinition definition, Opening opening, ConversationValues values, boolean resumed) {
    this.definition = definition;
    this.resumes = resumed;
    this.opening = opening;
    this.variables = new ConversationVariables(definition, values);
    this.steps = new RequestedSteps(all(opening, definition), variables);
    this.replies = new UnaskedReplies(definition.exchange(), variables);
    this.heartbeats = new Heartbeats(definition.exchange().heartbeats(), variables);
    this.readiness = new Readiness(opening.ready(), variables);
    this.errors = new ErrorReader(definition.events().errors(), variables);
    this.run = new RunReader(definition, variables);
  }

  private static List<SendRule> all(Opening opening, DialectDefinition definition) {
    return Stream.concat(opening.steps().stream(), definition.exchange().submit().stream())
        .toList();
  }

  @Override
  public List<SendStep> opening() {
    return opening.steps().stream().map(rule -> steps.step(rule, () -> {})).toList();
  }

  @Override
  public Reading opened(long nanos) {
    heartbeats.started(nanos);
    return new Reading(readiness.opened(nanos).stream().toList(), List.of(), List.of());
  }

  @Override
  public List<SendStep> submit(Question question, @Nullable String thread) {
    asked = 1;
    beside.clear();
    return ask(question, thread);
  }

  /** Operations of a framing that tells them apart are read one by one. */
  @Override
  public List<SendStep> submitBeside(Question question) {
    asked++;
    return ask(question, null);
  }

  private List<SendStep> ask(Question question, @Nullable String thread) {
    variables.ask(question, thread);
    resumes = false;
    run.begin();
    List<SendRule> rules = definition.exchange().submit();
    List<SendStep> all = new ArrayList<>();
    for (SendRule rule : rules) {
      boolean last = all.size() == rules.size() - 1;
      all.add(steps.step(rule, last ? run::asked : () -> {}));
    }
    return all;
  }

  @Override
  public Reading received(Message message, int number, long nanos) {
    variables.refresh();
    MessageView view = new MessageView(message, variables.current());
    Received received = new Received(view, number, nanos, definition.events().fields(), rules);
    List<Reading.Part> parts = new ArrayList<>(passed(nanos));
    for (CaptureRule rule : definition.captures()) {
      if (received.matches(rule.when())) {
        received.takenBy("captures");
        variables.take(rule.take(), view);
      }
    }
    parts.addAll(run.released());
    if (heartbeats.answered(received)) {
      received.takenBy(HEARTBEATS);
      parts.add(received.part(new FrameContent.Heartbeat()));
      return new Reading(parts, List.of(), rules.read());
    }
    Optional<Reply> reply = replies.to(received);
    parts.addAll(
        reply.map(sent -> List.of(replied(received, sent))).orElseGet(() -> said(received)));
    return new Reading(parts, reply.map(Reply::messages).orElse(List.of()), rules.read());
  }

  @Override
  public Reading receivedBeside(Message message, int number, long nanos) {
    return several()
        ? received(message, number, nanos)
        : Conversation.super.receivedBeside(message, number, nanos);
  }

  private boolean several() {
    return asked > 1;
  }

  /** There are no more operations than questions, whatever a message says. */
  private RunReader reader(Received message) {
    String operation = several() ? message.view().envelope().headers().get(OPERATION) : null;
    if (operation == null) {
      return run;
    }
    return beside.size() < asked
        ? beside.computeIfAbsent(operation, _ -> anotherReader())
        : beside.getOrDefault(operation, run);
  }

  private RunReader anotherReader() {
    RunReader reader = new RunReader(definition, variables);
    reader.asked();
    return reader;
  }

  private static Reading.Part replied(Received message, Reply reply) {
    message.takenBy(reply.heartbeat() ? HEARTBEATS : "replies");
    return message.part(
        reply.heartbeat() ? new FrameContent.Heartbeat() : new FrameContent.Notice(message.type()));
  }

  private List<Reading.Part> said(Received message) {
    List<Reading.Part> parts = read(message);
    return parts.isEmpty() ? List.of(message.part(new FrameContent.Notice(message.type()))) : parts;
  }

  private List<Reading.Part> read(Received message) {
    if (resumes && readiness.ready()) {
      run.asked();
    }
    boolean handshake = !readiness.ready() && !run.isAsked();
    Optional<Reading.Part> ready = readiness.received(message);
    Optional<FrameContent> accepted = accepted(message);
    List<Reading.Part> parts = new ArrayList<>(run.released());
    Optional<FrameContent> error = errors.read(message);
    boolean asks = steps.received(message);
    ready.ifPresent(parts::add);
    accepted.map(message::part).ifPresent(parts::add);
    error.map(message::part).ifPresent(parts::add);
    if (message.matches(definition.events().ignore())) {
      message.takenBy("ignore");
    } else {
      boolean reply = accepted.isPresent() && isReply(message, accepted.get());
      boolean byCondition = asks || handshake || error.isPresent();
      Naming others = byCondition ? Naming.BY_CONDITION : Naming.ANY;
      boolean noEvent = reply || ready.isPresent();
      parts.addAll(reader(message).read(message, noEvent ? Naming.NONE : others));
    }
    return parts;
  }

  /** Whether it only tells what became of the question, and is no event. */
  private static boolean isReply(Received message, FrameContent accepted) {
    return message.view().envelope().ack() != null || accepted instanceof FrameContent.Failure;
  }

  private Optional<FrameContent> accepted(Received message) {
    AcceptedRule rule = definition.exchange().accepted();
    if (rule == null || !run.isAsked() || !message.matches(rule.when())) {
      return Optional.empty();
    }
    message.takenBy("accepted");
    variables.take(rule.captures(), message.view());
    return Optional.of(
        message.matches(rule.refused())
            ? ErrorReader.refused(message, rule)
            : new FrameContent.Ack(false));
  }

  private List<Reading.Part> passed(long nanos) {
    List<Reading.Part> passed = new ArrayList<>();
    readiness.elapsed(nanos).ifPresent(passed::add);
    passed.addAll(run.elapsed(nanos));
    return passed;
  }

  @Override
  public List<Outgoing> due(long nanos) {
    return heartbeats.due(nanos);
  }

  @Override
  public Reading elapsed(long nanos) {
    variables.refresh();
    List<Reading.Part> passed = passed(nanos);
    return new Reading(passed, List.of(), rules.read(), heartbeats.missed(nanos));
  }

  @Override
  public OptionalLong next() {
    return Stream.of(readiness.next(), heartbeats.next(), run.next())
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .reduce((one, other) -> one - other <= 0 ? one : other)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }
}
