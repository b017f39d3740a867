package io.goldenpath.inference.live;

import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.inference.chat.TextShape;
import io.goldenpath.inference.event.EventRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the events that opened and closed something in all runs, by what both had in common. */
record LivePairs(LiveEvidence evidence) {

  private static final Pattern OPENS =
      Pattern.compile(
          "(?i)[._:/-]?(?:start|started|begin|begun|created|added|executing|called|call|requested"
              + "|open|opened)$");
  private static final Pattern CLOSES =
      Pattern.compile(
          "(?i)[._:/-]?(?:end|ended|complete|completed|done|finish|finished|result|response|output"
              + "|close|closed)$");
  private static final int MOST_FIELDS = 40;

  /** The pairs that the contract does not know. */
  List<LivePair> all() {
    List<String> names = evidence.events().stream().filter(this::isWithin).toList();
    Set<String> taken = new HashSet<>();
    List<LivePair> pairs = new ArrayList<>();
    for (String opens : names) {
      names.stream()
          .filter(closes -> !taken.contains(opens) && !taken.contains(closes))
          .flatMap(closes -> pair(opens, closes).stream())
          .findFirst()
          .ifPresent(pair -> {
            pairs.add(pair);
            taken.addAll(List.of(pair.opens(), pair.closes()));
          });
    }
    return pairs;
  }

  /** Neither the first nor the last of a run, nor of a pair that is known. */
  private boolean isWithin(String name) {
    return evidence.runsWith(name) > 0
        && !evidence.isFirst(name)
        && !evidence.isLast(name)
        && !evidence.contract().flow().terminal().has(name)
        && evidence.contract().flow().allPairs().stream().noneMatch(pair -> pair.has(name));
  }

  private Optional<LivePair> pair(String opens, String closes) {
    boolean tool =
        EventRole.of(opens) == EventRole.TOOL_STARTED
            && EventRole.of(closes) == EventRole.TOOL_COMPLETED
            && evidence.contract().flow().tools().equals(EventPair.NONE);
    if (!tool && !sameStem(opens, closes)) {
      return Optional.empty();
    }
    boolean matched =
        evidence.runs().stream().allMatch(run -> run.count(opens) == run.count(closes));
    return !matched
        ? Optional.empty()
        : keys(opens, closes)
            .filter(key -> evidence.runs().stream().allMatch(run -> holds(run, opens, closes, key)))
            .min(Comparator.comparing(key -> unlikelihood(key, opens)))
            .map(key -> new LivePair(opens, closes, key, count(opens), tool));
  }

  private static boolean sameStem(String opens, String closes) {
    return OPENS.matcher(opens).find()
        && CLOSES.matcher(closes).find()
        && OPENS.matcher(opens).replaceFirst("").equals(CLOSES.matcher(closes).replaceFirst(""));
  }

  private int count(String opens) {
    return evidence.runs().stream().mapToInt(run -> run.count(opens)).sum();
  }

  /** At the same place in both, else at two that look like ids. */
  private Stream<EventPair.Key> keys(String opens, String closes) {
    Set<String> opened = places(opens);
    Set<String> closed = places(closes);
    Stream<EventPair.Key> same = opened.stream().filter(closed::contains).map(EventPair.Key::of);
    Stream<EventPair.Key> different =
        opened.stream()
            .filter(LivePairs::isId)
            .flatMap(place ->
                closed.stream().filter(LivePairs::isId).map(at -> new EventPair.Key(place, at)));
    return Stream.concat(same, different);
  }

  private Set<String> places(String event) {
    return evidence.runs().stream()
        .flatMap(run -> run.all(event).stream())
        .findFirst()
        .map(first -> LiveFields.of(first.fields()).keySet())
        .orElse(Set.of())
        .stream()
        .limit(MOST_FIELDS)
        .collect(Collectors.toSet());
  }

  private static boolean isId(String place) {
    return TextShape.isIdKey(place.substring(place.lastIndexOf('/') + 1));
  }

  /** Each was opened before it was closed, and no other event has the same there. */
  private static boolean holds(LiveRun run, String opens, String closes, EventPair.Key key) {
    List<Object> open = new ArrayList<>();
    for (LiveEvent event : run.events()) {
      if (event.name().equals(opens)) {
        Object value = event.fields().at(key.opens());
        if (value == null) {
          return false;
        }
        open.add(value.toString());
      } else if (event.name().equals(closes)) {
        if (!open.remove(String.valueOf(event.fields().at(key.closes())))) {
          return false;
        }
      }
    }
    return open.isEmpty() && !isOfWholeRun(run, opens, closes, key);
  }

  private static boolean isOfWholeRun(LiveRun run, String opens, String closes, EventPair.Key key) {
    Set<String> values = values(run, opens, key.opens());
    return run.names().stream()
        .distinct()
        .filter(name -> !name.equals(opens) && !name.equals(closes))
        .anyMatch(name -> values(run, name, key.opens()).stream().anyMatch(values::contains));
  }

  private static Set<String> values(LiveRun run, String event, String place) {
    return run.all(event).stream()
        .map(one -> one.fields().at(place))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  /** Least for what sets most of them apart, then for ids, then for the shortest. */
  private String unlikelihood(EventPair.Key key, String opens) {
    long apart =
        evidence.runs().stream().mapToLong(run -> values(run, opens, key.opens()).size()).sum();
    return "%09d %d %d %03d %s"
        .formatted(
            count(opens) - apart,
            key.opens().equals(key.closes()) ? 0 : 1,
            isId(key.opens()) ? 0 : 1,
            key.opens().length(),
            Map.entry(key.opens(), key.closes()));
  }
}
