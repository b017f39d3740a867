package io.goldenpath.contract;

import io.goldenpath.probe.Condition;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.ToolUse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run's events promise.
 *
 * @param name Name of the contract.
 * @param events Events that it knows.
 * @param flow How they belong together.
 * @param rigour How strictly the rest is taken.
 * @param signs Signs that nobody worked.
 * @param conditions What the answer must fulfil besides.
 */
public record Contract(
    String name,
    List<EventPromise> events,
    Flow flow,
    Rigour rigour,
    Signs signs,
    List<Condition> conditions) {

  private static final List<String> PATH =
      List.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

  /** What the reference platform promises. */
  public static final Contract DEFAULT =
      new Contract(
          "default",
          PATH.stream().map(EventPromise::required).toList(),
          new Flow(
              "agent_started",
              "agent_completed",
              Order.chain(PATH),
              new Pair("tool_executing", "tool_completed", List.of("agent", "tool")),
              List.of()),
          new Rigour(Set.of(), Unknown.IGNORE, null, Map.of()),
          new Signs(
              Set.of("Agent response for:", "Agent processed your message:"),
              Set.of("analysis_tool", "response_generator"),
              Duration.ZERO,
              Duration.ZERO),
          List.of());

  public Contract {
    events = List.copyOf(events);
    conditions = List.copyOf(conditions);
  }

  /** The names of its events. */
  public List<String> path() {
    return events.stream().map(EventPromise::name).toList();
  }

  /** The events that a run must have when tools are used so. */
  public List<String> required(ToolUse use) {
    return events.stream().map(EventPromise::name).filter(event -> least(event, use) > 0).toList();
  }

  /** A finding at the weight that this contract gives its kind. */
  public Finding weigh(Finding finding) {
    Severity severity = rigour.severities().get(finding.kind());
    boolean lowered = finding.severity() != finding.kind().severity();
    return severity == null || (lowered && severity.compareTo(finding.severity()) > 0)
        ? finding
        : finding.as(severity);
  }

  Optional<EventPromise> event(String name) {
    for (EventPromise event : events) {
      if (event.name().equals(name)) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  boolean knows(String name) {
    return event(name).isPresent();
  }

  /** How often an event must come at least, when tools are used so. */
  int least(String name, ToolUse use) {
    int min = event(name).map(event -> event.count().min()).orElse(0);
    return flow.tools().has(name) && use != ToolUse.REQUIRED ? 0 : min;
  }

  /**
   * How events belong together.
   *
   * @param first starts an agent
   * @param terminal ends an agent
   * @param order which come before which
   * @param tools open and close the use of a tool
   * @param pairs further events that open and close something
   */
  public record Flow(String first, String terminal, Order order, Pair tools, List<Pair> pairs) {

    public Flow {
      pairs = List.copyOf(pairs);
    }

    /** The pair that this event is of. */
    Optional<Pair> pair(String event) {
      return tools.has(event)
          ? Optional.of(tools)
          : pairs.stream().filter(pair -> pair.has(event)).findFirst();
    }

    List<Pair> allPairs() {
      return Stream.concat(Stream.of(tools), pairs.stream()).toList();
    }
  }

  /**
   * How strictly the rest is taken.
   *
   * @param forbidden events that must not come
   * @param unknown what an event or frame is that nobody knows
   * @param sequence JSON pointer to a number that counts the frames; null where none does
   * @param severities weights other than the usual ones
   */
  public record Rigour(
      Set<String> forbidden,
      Unknown unknown,
      @Nullable String sequence,
      Map<FindingKind, Severity> severities) {

    public Rigour {
      forbidden = Set.copyOf(forbidden);
      severities = Map.copyOf(severities);
    }
  }

  /** What is said of an event or frame that neither contract nor dialect knows. */
  public enum Unknown {
    IGNORE,
    WARN,
    FAIL
  }

  /**
   * Signs that nobody worked.
   *
   * @param texts canned beginnings of answers
   * @param tools tools that exist only in fallbacks
   * @param total no true run is shorter, from the message to the terminal event
   * @param spread no true stream is shorter, from its first event to its last
   */
  public record Signs(Set<String> texts, Set<String> tools, Duration total, Duration spread) {

    public Signs {
      texts = Set.copyOf(texts);
      tools = Set.copyOf(tools);
    }
  }
}
