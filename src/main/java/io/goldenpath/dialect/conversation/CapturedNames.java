package io.goldenpath.dialect.conversation;

import io.goldenpath.dialect.definition.AcceptedRule;
import io.goldenpath.dialect.definition.CaptureRule;
import io.goldenpath.dialect.definition.Captures;
import io.goldenpath.dialect.definition.DialectDefinition;
import io.goldenpath.dialect.definition.ErrorRule;
import io.goldenpath.dialect.definition.EventRules.NamedEvent;
import io.goldenpath.dialect.definition.Exchange;
import io.goldenpath.dialect.definition.HeartbeatRule;
import io.goldenpath.dialect.definition.ReadyRule;
import io.goldenpath.dialect.definition.ReplyRule;
import io.goldenpath.dialect.definition.SendRule;
import io.goldenpath.dialect.definition.SentMessage;
import io.goldenpath.model.target.Capture;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of the variables that messages and replies of a platform set. */
final class CapturedNames {

  private CapturedNames() {}

  static Set<String> of(DialectDefinition definition) {
    Exchange exchange = definition.exchange();
    Stream<Captures> captures =
        Stream.of(
                definition.captures().stream().map(CaptureRule::take),
                steps(exchange).map(SendRule::captures),
                openings(exchange).map(Exchange.Opening::ready).flatMap(CapturedNames::ready),
                Stream.ofNullable(exchange.accepted()).map(AcceptedRule::captures),
                exchange.replies().stream().map(ReplyRule::captures),
                exchange.heartbeats().stream().flatMap(CapturedNames::heartbeat),
                definition.events().named().stream().map(NamedEvent::captures),
                definition.events().errors().stream().map(ErrorRule::captures))
            .flatMap(all -> all);
    return Stream.concat(
            captures.flatMap(taken -> taken.values().keySet().stream()),
            steps(exchange).flatMap(CapturedNames::byCall))
        .collect(Collectors.toSet());
  }

  private static Stream<Exchange.Opening> openings(Exchange exchange) {
    return Stream.concat(Stream.of(exchange.opening()), Stream.ofNullable(exchange.resume()));
  }

  private static Stream<SendRule> steps(Exchange exchange) {
    return Stream.concat(
        openings(exchange).flatMap(opening -> opening.steps().stream()),
        exchange.submit().stream());
  }

  private static Stream<Captures> ready(ReadyRule rule) {
    return switch (rule) {
      case ReadyRule.AtOnce() -> Stream.empty();
      case ReadyRule.Count(_, _, Captures captures) -> Stream.of(captures);
      case ReadyRule.Quiet(_, _, Captures captures) -> Stream.of(captures);
    };
  }

  private static Stream<Captures> heartbeat(HeartbeatRule rule) {
    return switch (rule) {
      case HeartbeatRule.Answering(_, _, Captures captures) -> Stream.of(captures);
      case HeartbeatRule.Interval _ -> Stream.empty();
    };
  }

  private static Stream<String> byCall(SendRule rule) {
    return rule.send() instanceof SentMessage.Call(var request)
        ? request.expects().captures().stream().map(Capture::name)
        : Stream.empty();
  }
}
