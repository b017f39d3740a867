package io.goldenpath.dialect.conversation;

import io.goldenpath.dialect.SendStep;
import io.goldenpath.dialect.definition.MessageView;
import io.goldenpath.dialect.definition.SendRule;
import io.goldenpath.dialect.definition.SentMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Steps of what we send, and the messages by which the server asks for them. Each message asks for
 * one step, also for one that is waited for only later.
 */
final class RequestedSteps {

  private static final int BOUND = 64;

  private final List<SendRule> rules;
  private final ConversationVariables variables;
  private final MessageMaker maker;
  private final Deque<Request> requests = new ArrayDeque<>();

  /** A message that was not used yet, and the steps for which it may ask. */
  private record Request(MessageView message, List<SendRule> steps) {}

  RequestedSteps(List<SendRule> rules, ConversationVariables variables) {
    this.rules = rules.stream().filter(rule -> rule.when() != null).toList();
    this.variables = variables;
    this.maker = new MessageMaker(variables);
  }

  /** Returns whether the message asks for a step. */
  boolean received(Received message) {
    if (rules.isEmpty()) {
      return false;
    }
    List<SendRule> asked = rules.stream().filter(rule -> message.matches(rule.when())).toList();
    if (!asked.isEmpty()) {
      message.takenBy("when of a step that sends");
      requests.add(new Request(message.view(), asked));
      if (requests.size() > BOUND) {
        requests.removeFirst();
      }
    }
    return !asked.isEmpty();
  }

  /** A step that runs {@code made} once it is made. */
  SendStep step(SendRule rule, Runnable made) {
    return new SendStep() {

      @Override
      public boolean due() {
        return rule.when() == null || request(rule).isPresent();
      }

      @Override
      public Sending make() {
        MessageView asked = take(rule);
        made.run();
        return sending(rule.send(), asked);
      }
    };
  }

  private Optional<Request> request(SendRule rule) {
    return requests.stream().filter(request -> request.steps().contains(rule)).findFirst();
  }

  private @Nullable MessageView take(SendRule rule) {
    Optional<Request> request = request(rule);
    request.ifPresent(used -> {
      requests.remove(used);
      variables.take(rule.captures(), used.message());
    });
    return request.map(Request::message).orElse(null);
  }

  private SendStep.Sending sending(SentMessage send, @Nullable MessageView asked) {
    return switch (send) {
      case SentMessage.OnSocket message -> new SendStep.Sending.Socket(maker.make(message, asked));
      case SentMessage.Call(var request) -> {
        variables.beginMessage();
        variables.share();
        yield new SendStep.Sending.Call(request);
      }
    };
  }
}
