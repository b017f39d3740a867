package io.goldenpath.inference;

import io.goldenpath.inference.chat.Cel;
import io.goldenpath.inference.chat.MessagePlace;
import io.goldenpath.inference.chat.RecordedFraming;
import io.goldenpath.inference.yaml.YamlMap;
import io.goldenpath.inference.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Guesses of what a failing platform says. */
record ErrorSection(RecordedFraming framing, RecordedRun run) {

  private static final Set<String> WORDS = new TreeSet<>(Set.of("error", "exception", "failure"));

  List<YamlMap> rules() {
    return switch (framing) {
      case RecordedFraming.GraphQl _ ->
          List.of(
              rule("name == 'error'", "/0/message"),
              rule("name == 'next' && has(frame.errors)", "/errors/0/message"));
      case RecordedFraming.SocketIo _ ->
          List.of(rule(Cel.in(MessagePlace.NAME.expression(), WORDS), "args/0/message"));
      case RecordedFraming.Stomp stomp -> destinations(stomp);
      case RecordedFraming.Json _ -> types();
    };
  }

  private List<YamlMap> destinations(RecordedFraming.Stomp stomp) {
    return stomp.subscribe().values().stream()
        .filter(destination -> destination.contains("error"))
        .map(destination -> rule(Cel.equal(MessagePlace.NAME.expression(), destination)))
        .toList();
  }

  private List<YamlMap> types() {
    List<YamlMap> rules = new ArrayList<>();
    for (MessagePlace place : run.events().places()) {
      rules.add(rule(Cel.in(place.expression(), WORDS)));
    }
    if (rules.isEmpty()) {
      rules.add(rule("has(frame.error)", "/error"));
    }
    return rules;
  }

  private YamlMap rule(String when) {
    return new YamlMap()
        .put("when", when, "")
        .raw("message", YamlScalar.list(run.fields().reasons()), "");
  }

  private static YamlMap rule(String when, String message) {
    return new YamlMap().put("when", when, "").put("message", message, "");
  }
}
