package io.goldenpath.inference;

import io.goldenpath.har.RecordedCall;
import io.goldenpath.inference.chat.Cel;
import io.goldenpath.inference.chat.Chat;
import io.goldenpath.inference.chat.ChatMessage;
import io.goldenpath.inference.chat.MessagePlace;
import io.goldenpath.inference.event.AnswerPlace;
import io.goldenpath.inference.event.NamedMessage;
import io.goldenpath.inference.event.RecordedEvents;
import io.goldenpath.inference.event.RecordedPair;
import io.goldenpath.inference.event.RunEnding;
import io.goldenpath.inference.exchange.RecordedExchange;
import io.goldenpath.inference.login.RecordedLogin;
import io.goldenpath.inference.login.SocketAccess;
import io.goldenpath.inference.yaml.YamlMap;
import io.goldenpath.inference.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The dialect: what is sent, and what the messages mean.
 *
 * @param namesUser Whether it is known which user events may name.
 */
record DialectSection(
    Chat chat, RecordedLogin login, RecordedExchange exchange, RecordedRun run, boolean namesUser) {

  YamlMap yaml() {
    YamlMap dialect = new YamlMap();
    dialect.put("framing", new FramingSection(chat.framing(), login.known()).yaml(), "");
    dialect.put("variables", variables(), "ids that the page made, so made anew");
    dialect.put("captures", captures(), "values that the page took from earlier messages");
    sending(dialect);
    names(dialect);
    dialect.put("fields", fields(), "");
    answer(dialect);
    dialect.put("end", end(), "");
    dialect.put(
        "errors", new ErrorSection(chat.framing(), run).rules(), "? no failure was recorded");
    return dialect;
  }

  private YamlMap variables() {
    YamlMap map = new YamlMap();
    exchange
        .variables()
        .forEach((name, made) ->
            map.raw(name, "{ is: %s, per: %s }".formatted(made.kind(), made.scope()), ""));
    SocketAccess socket = login.socket();
    socket
        .made()
        .forEach(
            name -> map.raw(name, "{ is: uuid, per: connection }", "? no reply before had it"));
    return map;
  }

  private List<YamlMap> captures() {
    return exchange.captures().stream()
        .map(taken ->
            new YamlMap()
                .put("when", taken.when(), "")
                .put("take", new YamlMap().put(taken.variable(), taken.place().pointer(), ""), ""))
        .toList();
  }

  private void sending(YamlMap dialect) {
    MessageYaml messages = new MessageYaml(chat.framing(), login.known());
    List<YamlMap> opening = new ArrayList<>();
    for (RecordedExchange.Opening step : exchange.opening()) {
      YamlMap map = new YamlMap();
      if (step.when() != null) {
        map.put("when", step.when(), "came right before");
      }
      opening.add(messages.into(map, step.message()));
    }
    dialect.put("opening", opening, "sent before the question");
    if (exchange.ready() != null) {
      dialect.put("ready", exchange.ready(), "? came before the question");
    }
    dialect.put("heartbeats", heartbeats(messages), "keep-alives, which tell nothing of a run");
    dialect.put(
        "submit", submit(messages), "the question, with what the page sent at once after it");
    RecordedExchange.Accepted accepted = exchange.accepted();
    if (accepted != null) {
      dialect.put("accepted", accepted(accepted), "the acknowledgement of the question");
    }
  }

  private List<YamlMap> submit(MessageYaml messages) {
    List<YamlMap> steps = new ArrayList<>();
    RecordedCall call = chat.call();
    if (call != null) {
      steps.add(messages.of(call));
    }
    chat.asked().forEach(message -> steps.add(messages.of(message)));
    return steps;
  }

  private static List<YamlMap> heartbeats(MessageYaml messages, RecordedExchange exchange) {
    List<YamlMap> rules = new ArrayList<>();
    for (RecordedExchange.Heartbeat beat : exchange.heartbeats()) {
      YamlMap map = new YamlMap();
      if (beat.when() != null) {
        map.put("when", beat.when(), "");
      } else {
        map.put("every", beat.everySeconds() + "s", "as often as the page did");
      }
      ChatMessage send = beat.send();
      rules.add(send == null ? map : messages.into(map, send));
    }
    return rules;
  }

  private List<YamlMap> heartbeats(MessageYaml messages) {
    return heartbeats(messages, exchange);
  }

  private static YamlMap accepted(RecordedExchange.Accepted accepted) {
    YamlMap map = new YamlMap().put("when", accepted.when(), "");
    MessagePlace refused = accepted.refused();
    if (refused != null) {
      map.put("refused", refused.expression() + " == false", "? it was true in the recording");
      map.raw("message", "[ ack/0/error, ack/0/message ]", "? where a refusal may say why");
    }
    return map;
  }

  private void names(YamlMap dialect) {
    run.echo()
        .ifPresent(echo ->
            dialect.put(
                "ignore",
                Cel.equal(echo.place().expression(), echo.sender()),
                "the question comes back under this sender"));
    RecordedEvents events = run.events();
    List<String> places = events.places().stream().map(MessagePlace::pointer).toList();
    dialect.raw(
        "event",
        places.isEmpty() ? "none" : YamlScalar.list(places),
        "where events have their names: " + String.join(", ", events.counts().keySet()));
    dialect.put(
        "events",
        events.refined().entrySet().stream()
            .map(entry ->
                new YamlMap().put("name", entry.getKey(), "").put("when", entry.getValue(), ""))
            .toList(),
        "? names that no single place tells");
  }

  private YamlMap fields() {
    YamlMap map = new YamlMap();
    field(map, "run", run.fields().run(), "the same throughout the answer");
    field(map, "thread", run.fields().thread(), "the same throughout the answer");
    if (namesUser) {
      field(map, "user", List.copyOf(run.fields().users().keySet()), "the user who logs in");
    }
    run.fields().tool().ifPresent(place -> map.put("tool", place.pointer(), "name of the tool"));
    run.tools()
        .map(RecordedPair::opened)
        .filter(place -> place.root() == MessagePlace.Root.ARGS && !place.key().contains("name"))
        .ifPresent(
            place -> map.put("call", place.pointer(), "what the two events of a tool share"));
    return map;
  }

  private static void field(YamlMap map, String key, List<MessagePlace> places, String why) {
    if (!places.isEmpty()) {
      map.raw(key, YamlScalar.list(places.stream().map(MessagePlace::pointer).toList()), why);
    }
  }

  private void answer(YamlMap dialect) {
    run.answer()
        .ifPresent(answer -> {
          YamlMap map =
              new YamlMap()
                  .put(
                      answer.kind().name().toLowerCase(Locale.ROOT),
                      answer.place().pointer(),
                      reason(answer));
          if (answer.of() != null) {
            map.put("of", answer.of(), "the event that has it");
          }
          dialect.put("answer", map, "");
        });
  }

  private static String reason(AnswerPlace answer) {
    String guess = answer.guessed() ? "? " : "";
    return guess
        + switch (answer.kind()) {
          case AT -> "the text as a whole";
          case DELTAS -> "pieces, joined as they come";
          case SNAPSHOT -> "each repeats what was there before";
        };
  }

  private YamlMap end() {
    RunEnding ending = run.ending();
    YamlMap map = new YamlMap();
    if (ending.quiet() != null) {
      return map.put(
          "quiet", ending.quiet().toMillis() + "ms", "? no event ends it, so silence does");
    }
    map.put(
        "success",
        String.join(" && ", ending.success()),
        (ending.guessed() ? "? " : "") + "the last event of the answer");
    if (ending.failure() != null) {
      map.put("failure", ending.failure(), "? no failure was recorded");
      map.raw("message", YamlScalar.list(run.fields().reasons()), "? where it may say why");
    }
    List<String> after = ending.after().stream().map(NamedMessage::condition).distinct().toList();
    return after.isEmpty()
        ? map
        : map.put("after", String.join(" || ", after), "came after the end");
  }
}
