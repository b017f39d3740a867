package io.goldenpath.contract.definition;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.ToolUse;
import io.goldenpath.model.target.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Contract: what a run's events promise.
 *
 * @param name Name of the contract.
 * @param events Events that it knows.
 * @param flow How they belong together.
 * @param strictness How strictly the rest is taken.
 * @param fabricationSigns Signs that nobody worked.
 * @param conditions What the answer must fulfil besides.
 */
public record Contract(
    String name,
    List<ExpectedEvent> events,
    Flow flow,
    Strictness strictness,
    FabricationSigns fabricationSigns,
    List<Condition> conditions) {

  private static final List<String> PATH =
      List.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

  /** What the reference platform promises. */
  public static final Contract DEFAULT =
      new Contract(
          "default",
          PATH.stream().map(ExpectedEvent::required).toList(),
          new Flow(
              "agent_started",
              "agent_completed",
              EventOrder.chain(PATH),
              new EventPair("tool_executing", "tool_completed", List.of("agent", "tool")),
              List.of()),
          new Strictness(Set.of(), UnknownPolicy.IGNORE, null, Map.of()),
          new FabricationSigns(
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
  public List<String> eventNames() {
    return events.stream().map(ExpectedEvent::name).toList();
  }

  /** The events that a run must have when tools are used so. */
  public List<String> required(ToolUse use) {
    return events.stream()
        .map(ExpectedEvent::name)
        .filter(event -> minCount(event, use) > 0)
        .toList();
  }

  /** A finding at the weight that this contract gives its kind. */
  public Finding applySeverity(Finding finding) {
    Severity severity = strictness.severities().get(finding.kind());
    boolean lowered = finding.severity() != finding.kind().severity();
    return severity == null || (lowered && severity.compareTo(finding.severity()) > 0)
        ? finding
        : finding.withSeverity(severity);
  }

  public Optional<ExpectedEvent> event(String name) {
    for (ExpectedEvent event : events) {
      if (event.name().equals(name)) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  public boolean knows(String name) {
    return event(name).isPresent();
  }

  /** How often an event must come at least, when tools are used so. */
  public int minCount(String name, ToolUse use) {
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
  public record Flow(
      String first, String terminal, EventOrder order, EventPair tools, List<EventPair> pairs) {

    public Flow {
      pairs = List.copyOf(pairs);
    }

    /** The pair that this event is of. */
    public Optional<EventPair> pair(String event) {
      return tools.has(event)
          ? Optional.of(tools)
          : pairs.stream().filter(pair -> pair.has(event)).findFirst();
    }

    public List<EventPair> allPairs() {
      return Stream.concat(Stream.of(tools), pairs.stream()).toList();
    }
  }

  /**
   * How strictly the rest is taken.
   *
   * @param forbidden events that must not come
   * @param unknownPolicy what an event or frame is that nobody knows
   * @param sequence JSON pointer to a number that counts the frames; null where none does
   * @param severities weights other than the usual ones
   */
  public record Strictness(
      Set<String> forbidden,
      UnknownPolicy unknownPolicy,
      @Nullable String sequence,
      Map<FindingKind, Severity> severities) {

    public Strictness {
      forbidden = Set.copyOf(forbidden);
      severities = Map.copyOf(severities);
    }
  }

  /** What is said of an event or frame that neither contract nor dialect knows. */
  public enum UnknownPolicy {
    IGNORE,
    WARN,
    FAIL
  }

  /**
   * Signs that nobody worked.
   *
   * @param texts canned beginnings of answers
   * @param tools tools that exist only in fallbacks
   * @param minTotal no true run is shorter, from the message to the terminal event
   * @param minSpread no true stream is shorter, from its first event to its last
   */
  public record FabricationSigns(
      Set<String> texts, Set<String> tools, Duration minTotal, Duration minSpread) {

    public FabricationSigns {
      texts = Set.copyOf(texts);
      tools = Set.copyOf(tools);
    }
  }
}
