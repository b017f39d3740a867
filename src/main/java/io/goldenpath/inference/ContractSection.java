package io.goldenpath.inference;

import io.goldenpath.inference.chat.MessagePlace;
import io.goldenpath.inference.chat.MessagePlace.Root;
import io.goldenpath.inference.event.EventRole;
import io.goldenpath.inference.event.NamedMessage;
import io.goldenpath.inference.event.RecordedPair;
import io.goldenpath.inference.yaml.YamlMap;
import io.goldenpath.inference.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the recorded answer promises of others. */
record ContractSection(RecordedRun run) {

  private static final String ORDER = " < ";

  YamlMap yaml() {
    YamlMap contract =
        new YamlMap()
            .put("extends", "plain", "an answer must come that is right, and the run must end");
    contract.put("events", events(), "in the order of their first arrival");
    contract.put("flow", flow(), "");
    YamlMap strict = new YamlMap();
    run.fields()
        .sequence()
        .filter(ContractSection::isInFrame)
        .ifPresent(place ->
            strict.raw(
                "sequence",
                "{ at: %s, step: 1, scope: run }".formatted(YamlScalar.quoted(pointer(place))),
                "? each message raised it by one"));
    return contract.put("strict", strict, "");
  }

  /** First event, answer and end: without these there is no golden path. */
  private Set<String> required() {
    Set<String> names = new LinkedHashSet<>();
    names.add(run.events().messages().getFirst().name());
    run.answering().ifPresent(names::add);
    NamedMessage last = run.ending().last();
    if (last != null) {
      names.add(last.name());
    }
    return names;
  }

  private List<YamlMap> events() {
    List<YamlMap> events = new ArrayList<>();
    Set<String> required = required();
    for (Map.Entry<String, Long> entry : run.events().counts().entrySet()) {
      boolean needed = required.contains(entry.getKey());
      YamlMap event = new YamlMap().put("name", entry.getKey(), reason(entry.getKey(), needed));
      if (!needed) {
        event.raw("min", "0", "? needed, if it comes with every question");
      }
      if (entry.getValue() > 1 && !EventRole.of(entry.getKey()).isTool()) {
        event.raw("repeats", "true", "came %d times".formatted(entry.getValue()));
      } else if (needed) {
        event.raw("max", "1", "came once");
      }
      events.add(event);
    }
    return events;
  }

  private String reason(String name, boolean needed) {
    if (run.answering().filter(name::equals).isPresent()) {
      return "the answer";
    }
    NamedMessage last = run.ending().last();
    if (last != null && last.name().equals(name)) {
      return "the end";
    }
    return switch (EventRole.of(name)) {
      case THINKING -> "the agent thinks";
      case TOOL_STARTED -> "a tool begins";
      case TOOL_COMPLETED -> "a tool has ended";
      case FAILED -> "? was the recorded answer a failure?";
      default -> needed ? "the first event" : "";
    };
  }

  private YamlMap flow() {
    YamlMap flow = new YamlMap();
    List<String> order = new ArrayList<>();
    List<String> chain =
        run.events().counts().keySet().stream().filter(required()::contains).toList();
    if (chain.size() > 1) {
      order.add(String.join(ORDER, chain));
    }
    run.tools().ifPresent(pair -> order.add(toolOrder(chain.getFirst(), pair)));
    flow.raw(
        "order",
        order.stream().map(YamlScalar::quoted).collect(Collectors.joining(", ", "[ ", " ]")),
        "? as they came");
    run.tools().ifPresent(pair -> flow.put("tools", tools(pair), "each use of a tool ends"));
    return flow;
  }

  private static String toolOrder(String first, RecordedPair pair) {
    return Stream.of(first, pair.opens(), pair.closes())
        .distinct()
        .collect(Collectors.joining(ORDER));
  }

  private static YamlMap tools(RecordedPair pair) {
    return new YamlMap()
        .put("opens", pair.opens(), "")
        .put("closes", pair.closes(), "")
        .raw("keys", keys(pair), "what both had in common");
  }

  private static String keys(RecordedPair pair) {
    if (!isInFrame(pair.opened()) || !isInFrame(pair.closed())) {
      return pair.opened().key().contains("name") ? "[ tool ]" : "[ call ]";
    }
    String opened = YamlScalar.quoted(pointer(pair.opened()));
    String closed = YamlScalar.quoted(pointer(pair.closed()));
    return opened.equals(closed)
        ? "[ " + opened + " ]"
        : "[ { opens: %s, closes: %s } ]".formatted(opened, closed);
  }

  private static boolean isInFrame(MessagePlace place) {
    return place.root() == Root.FRAME
        || (place.root() == Root.ARGS && place.path().getFirst().equals("0") && place.depth() > 1);
  }

  private static String pointer(MessagePlace place) {
    return place.root() == Root.FRAME
        ? place.pointer()
        : new MessagePlace(Root.FRAME, place.path().subList(1, place.depth())).pointer();
  }
}
