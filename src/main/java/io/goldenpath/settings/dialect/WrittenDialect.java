package io.goldenpath.settings.dialect;

import io.goldenpath.dialect.definition.DialectDefinition;
import io.goldenpath.dialect.definition.DialectVariable;
import io.goldenpath.dialect.definition.EndRules;
import io.goldenpath.dialect.definition.Exchange;
import io.goldenpath.dialect.definition.Exchange.Opening;
import io.goldenpath.dialect.definition.SendRule;
import io.goldenpath.dialect.definition.SentMessage;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Secret;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A dialect that is described, with what only its targets can complete.
 *
 * @param captured Variables that messages and replies set.
 * @param open Uses of variables that only a target can know.
 */
record WrittenDialect(DialectDefinition definition, Set<String> captured, List<VariableUse> open) {

  /** Stands for the host of a target's login in addresses that are relative to it. */
  static final URI ANY_HOST = URI.create("https://login.invalid");

  WrittenDialect {
    captured = Set.copyOf(captured);
    open = List.copyOf(open);
  }

  /** Variables that are there before the first request of a run. */
  Set<String> madeBefore() {
    return definition.variables().made().stream()
        .filter(made ->
            made.scope() == DialectVariable.Scope.RUN
                || made.scope() == DialectVariable.Scope.CONNECTION)
        .map(DialectVariable::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean tellsEnd() {
    EndRules end = definition.end();
    return !end.success().conditions().isEmpty() || end.quiet() != null;
  }

  /** Whether it calls addresses that are relative to the host of a target's login. */
  boolean needsHost() {
    return calls().anyMatch(call -> call.request().url().reveal().startsWith(ANY_HOST + "/"));
  }

  private Stream<SentMessage.Call> calls() {
    Exchange exchange = definition.exchange();
    return Stream.of(
            exchange.opening().steps(),
            exchange.resume() == null ? List.<SendRule>of() : exchange.resume().steps(),
            exchange.submit())
        .flatMap(List::stream)
        .map(SendRule::send)
        .filter(SentMessage.Call.class::isInstance)
        .map(SentMessage.Call.class::cast);
  }

  /** With calls to this host where their addresses are relative. */
  DialectDefinition at(URI host) {
    Exchange exchange = definition.exchange();
    Exchange there =
        new Exchange(
            opening(exchange.opening(), host),
            exchange.resume() == null ? null : opening(exchange.resume(), host),
            steps(exchange.submit(), host),
            exchange.accepted(),
            exchange.replies(),
            exchange.heartbeats());
    return new DialectDefinition(
        definition.name(),
        definition.framing(),
        definition.connection(),
        definition.variables(),
        definition.captures(),
        there,
        definition.events(),
        definition.end());
  }

  private static Opening opening(Opening opening, URI host) {
    return new Opening(steps(opening.steps(), host), opening.ready());
  }

  private static List<SendRule> steps(List<SendRule> steps, URI host) {
    return steps.stream()
        .map(step -> new SendRule(step.when(), at(step.send(), host), step.captures()))
        .toList();
  }

  private static SentMessage at(SentMessage message, URI host) {
    if (!(message instanceof SentMessage.Call(RequestTemplate call))
        || !call.url().reveal().startsWith(ANY_HOST + "/")) {
      return message;
    }
    String path = call.url().reveal().substring(ANY_HOST.toString().length());
    Secret url = Secret.of(host.getScheme() + "://" + host.getRawAuthority() + path);
    return new SentMessage.Call(
        new RequestTemplate(
            call.label(), call.method(), url, call.headers(), call.body(), call.expects()));
  }
}
