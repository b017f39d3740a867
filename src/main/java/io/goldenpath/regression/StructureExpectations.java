package io.goldenpath.regression;

import static io.goldenpath.model.finding.RegressionKind.EVENT_APPEARED;
import static io.goldenpath.model.finding.RegressionKind.EVENT_VANISHED;
import static io.goldenpath.model.finding.RegressionKind.FIELD_VANISHED;
import static io.goldenpath.model.finding.RegressionKind.ORDER_CHANGED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all learned runs, or nearly all of many, have in common.
 *
 * @param least How often each event came in all of them at least.
 * @param most How often it came in any of them.
 * @param order Events of which the first came before the second.
 */
record StructureExpectations(
    int runs,
    Map<String, Integer> least,
    Map<String, Integer> most,
    List<EventTransition> order,
    Map<String, Set<String>> fields) {

  /** Below this many runs, each of them must agree. */
  private static final int MANY = 100;

  private static final double NEARLY_ALL = 0.99;

  static StructureExpectations of(List<RunShape> shapes) {
    Set<String> events = new TreeSet<>();
    shapes.forEach(shape -> events.addAll(shape.events()));
    List<Map<String, Integer>> counts = shapes.stream().map(RunShape::counts).toList();
    Map<String, Integer> least = new TreeMap<>();
    Map<String, Integer> most = new TreeMap<>();
    for (String event : events) {
      int[] sorted =
          counts.stream().mapToInt(each -> each.getOrDefault(event, 0)).sorted().toArray();
      int spare = sorted.length - needed(sorted.length);
      least.put(event, sorted[spare]);
      most.put(event, sorted[sorted.length - 1 - spare]);
    }
    return new StructureExpectations(
        shapes.size(), least, most, order(shapes, least), fields(shapes, events));
  }

  private static int needed(int runs) {
    return runs < MANY ? runs : (int) Math.ceil(NEARLY_ALL * runs);
  }

  private static List<EventTransition> order(List<RunShape> shapes, Map<String, Integer> least) {
    List<String> regular =
        least.entrySet().stream()
            .filter(event -> event.getValue() > 0)
            .map(Map.Entry::getKey)
            .toList();
    return regular.stream()
        .flatMap(first -> regular.stream().map(second -> new EventTransition(first, second)))
        .filter(pair ->
            shapes.stream().filter(shape -> shape.inOrder(pair.from(), pair.to())).count()
                >= needed(shapes.size()))
        .toList();
  }

  private static Map<String, Set<String>> fields(List<RunShape> shapes, Set<String> events) {
    Map<String, Set<String>> common = new HashMap<>();
    for (String event : events) {
      List<Set<String>> seen =
          shapes.stream().flatMap(shape -> Stream.ofNullable(shape.fields().get(event))).toList();
      Map<String, Long> counts =
          seen.stream()
              .flatMap(Set::stream)
              .collect(Collectors.groupingBy(pointer -> pointer, Collectors.counting()));
      counts.values().removeIf(count -> count < needed(seen.size()));
      if (seen.size() * 2 >= shapes.size()) {
        common.put(event, new TreeSet<>(counts.keySet()));
      }
    }
    return common;
  }

  /** Whether a run of this shape can show it at all. */
  boolean judges(Deviation.Key key, RunShape shape) {
    return switch (key.kind()) {
      case FIELD_VANISHED -> shape.fields().containsKey(key.event());
      case ORDER_CHANGED -> shape.holds(key.event());
      default -> true;
    };
  }

  List<Deviation> deviations(RunShape shape) {
    List<Deviation> deviations = new ArrayList<>();
    Map<String, Integer> counts = shape.counts();
    least.forEach((event, count) -> vanished(event, count, counts, deviations));
    counts.forEach((event, count) -> appeared(event, count, deviations));
    swapped(shape).ifPresent(deviations::add);
    shape.fields().forEach((event, pointers) -> fieldsGone(event, pointers, deviations));
    return deviations;
  }

  private void vanished(
      String event, int before, Map<String, Integer> counts, List<Deviation> deviations) {
    int now = counts.getOrDefault(event, 0);
    if (now < before) {
      deviations.add(
          Deviation.of(
              EVENT_VANISHED,
              event,
              now == 0
                  ? "%s no longer comes (in %d of %d runs before)".formatted(event, runs, runs)
                  : "%s comes %d× (%d× in %d of %d runs before)"
                      .formatted(event, now, before, runs, runs)));
    }
  }

  private void appeared(String event, int now, List<Deviation> deviations) {
    int before = most.getOrDefault(event, 0);
    if (now > before) {
      deviations.add(
          Deviation.of(
              EVENT_APPEARED,
              event,
              before == 0
                  ? "%s comes (in none of %d runs before)".formatted(event, runs)
                  : "%s comes %d× (at most %d× in %d runs before)"
                      .formatted(event, now, before, runs)));
    }
  }

  private Optional<Deviation> swapped(RunShape shape) {
    List<EventTransition> reversed =
        order.stream().filter(pair -> shape.inOrder(pair.to(), pair.from())).toList();
    Map<String, Long> moves =
        reversed.stream()
            .flatMap(pair -> Stream.of(pair.from(), pair.to()))
            .collect(Collectors.groupingBy(event -> event, TreeMap::new, Collectors.counting()));
    return reversed.stream()
        .flatMap(pair -> Stream.of(pair.to(), pair.from()))
        .max(Comparator.comparing(event -> moves.getOrDefault(event, 0L)))
        .map(moved -> swap(moved, reversed));
  }

  private Deviation swap(String moved, List<EventTransition> reversed) {
    Predicate<EventTransition> concerned =
        pair -> pair.to().equals(moved) || pair.from().equals(moved);
    EventTransition pair = reversed.stream().filter(concerned).findFirst().orElseThrow();
    return Deviation.of(
        ORDER_CHANGED,
        moved,
        "%s comes before %s (after it in %d runs before)".formatted(pair.to(), pair.from(), runs));
  }

  private void fieldsGone(String event, Set<String> now, List<Deviation> deviations) {
    List<String> gone =
        fields.getOrDefault(event, Set.of()).stream()
            .filter(pointer -> !now.contains(pointer))
            .toList();
    List<String> topmost =
        gone.stream()
            .filter(pointer -> gone.stream().noneMatch(other -> pointer.startsWith(other + "/")))
            .toList();
    if (!topmost.isEmpty()) {
      deviations.add(
          Deviation.of(
              FIELD_VANISHED,
              event,
              "%s no longer carries %s (in all of %d runs before)"
                  .formatted(event, some(topmost), runs)));
    }
  }

  private static String some(List<String> pointers) {
    int shown = 3;
    String first = pointers.stream().limit(shown).collect(Collectors.joining(", "));
    return pointers.size() <= shown ? first : first + " and " + (pointers.size() - shown) + " more";
  }
}
