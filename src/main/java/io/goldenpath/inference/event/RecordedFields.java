package io.goldenpath.inference.event;

import io.goldenpath.inference.chat.ChatMessage;
import io.goldenpath.inference.chat.MessagePlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Where the fields of events stand. */
public final class RecordedFields {

  private static final Pattern RUN = Pattern.compile("(?i)run|(?:run|response|task)[_-]?id");
  private static final Pattern THREAD =
      Pattern.compile("(?i)(?:thread|conversation|chat|session)[_-]?id");
  private static final Pattern USER =
      Pattern.compile("(?i)user|owner|principal|sub|email|(?:user|owner)[_-]?id|user[_-]?name");
  private static final Pattern TOOL =
      Pattern.compile("(?i)tool|tool[_-]?name|tool_?call_?name|name");
  private static final Pattern SEQUENCE =
      Pattern.compile("(?i)seq|sequence|(?:sequence|seq)[_-]?(?:number|no|id)|index|number|offset");
  private static final List<String> REASONS = List.of("/message", "/error/message", "/error");
  private static final int LEAST_STEPS = 3;

  private final RecordedEvents events;

  /** Fields of these events. */
  public RecordedFields(RecordedEvents events) {
    this.events = events;
  }

  static boolean isRun(String key) {
    return RUN.matcher(key).matches() || THREAD.matcher(key).matches();
  }

  public List<MessagePlace> run() {
    return same(RUN);
  }

  public List<MessagePlace> thread() {
    return same(THREAD);
  }

  /** Places of what names the user, by what stands there. */
  public Map<MessagePlace, String> users() {
    Map<MessagePlace, String> found = new LinkedHashMap<>();
    for (MessagePlace place : same(USER)) {
      values(place).findFirst().ifPresent(value -> found.put(place, value));
    }
    return found;
  }

  /** Where a failure may say why: as deep as events name their run. */
  public List<String> reasons() {
    return Stream.concat(run().stream().flatMap(place -> place.around().stream()), Stream.of(""))
        .distinct()
        .flatMap(parent -> REASONS.stream().map(parent::concat))
        .toList();
  }

  /** The name of a tool, in events of tools. */
  public Optional<MessagePlace> tool() {
    return events.messages().stream()
        .filter(named -> EventRole.of(named.name()).isTool())
        .flatMap(named -> named.message().leaves().entrySet().stream())
        .filter(leaf -> leaf.getValue().isString())
        .map(Map.Entry::getKey)
        .filter(place -> TOOL.matcher(place.key()).matches())
        .filter(place -> !place.isInList())
        .findFirst();
  }

  /** A number that each message which has it raises by one. */
  public Optional<MessagePlace> sequence() {
    return places(SEQUENCE::asMatchPredicate)
        .filter(place -> !place.isInList())
        .filter(place -> isCounted(numbers(place)))
        .findFirst();
  }

  private List<Long> numbers(MessagePlace place) {
    return events.messages().stream()
        .map(named -> named.message().leaves().get(place))
        .filter(Objects::nonNull)
        .filter(JsonNode::isIntegralNumber)
        .map(JsonNode::longValue)
        .toList();
  }

  private static boolean isCounted(List<Long> numbers) {
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i) != numbers.get(i - 1) + 1) {
        return false;
      }
    }
    return numbers.size() >= LEAST_STEPS;
  }

  /** Places of this name that have one value throughout the run. */
  private List<MessagePlace> same(Pattern key) {
    List<MessagePlace> named =
        places(key::asMatchPredicate).filter(place -> !place.isInList()).toList();
    Optional<String> value =
        named.stream()
            .flatMap(this::values)
            .collect(Collectors.groupingBy(text -> text, LinkedHashMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey);
    return value.stream()
        .flatMap(text -> named.stream().filter(place -> values(place).allMatch(text::equals)))
        .toList();
  }

  private Stream<MessagePlace> places(Supplier<Predicate<String>> key) {
    return events.messages().stream()
        .flatMap(named -> named.message().leaves().keySet().stream())
        .distinct()
        .filter(place -> key.get().test(place.key()));
  }

  private Stream<String> values(MessagePlace place) {
    return events.messages().stream()
        .map(NamedMessage::message)
        .map(ChatMessage::leaves)
        .map(leaves -> leaves.get(place))
        .filter(Objects::nonNull)
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asString);
  }
}
