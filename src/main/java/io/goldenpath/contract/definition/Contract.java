package io.goldenpath.contract.definition;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.ToolUse;
import io.goldenpath.model.target.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Contract: what a run's events promise, and further conditions that its answer must meet. */
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
              Terminal.of("agent_completed"),
              EventOrder.of(List.of(PATH)),
              EventPair.of("tool_executing", "tool_completed", "agent", "tool"),
              List.of()),
          new Strictness(Set.of(), UnknownPolicy.IGNORE, null, Map.of()),
          new FabricationSigns(
              Set.of("Agent response for:", "Agent processed your message:"),
              Set.of("analysis_tool", "response_generator"),
              Duration.ZERO,
              Duration.ZERO,
              true),
          List.of());

  /** What may be asked of any platform: an end, and an answer that is right. */
  public static final Contract PLAIN =
      new Contract(
          "plain",
          List.of(),
          new Flow(null, Terminal.END, EventOrder.of(List.of()), EventPair.NONE, List.of()),
          DEFAULT.strictness(),
          new FabricationSigns(
              DEFAULT.fabricationSigns().texts(), Set.of(), Duration.ZERO, Duration.ZERO, false),
          List.of());

  public Contract {
    events = List.copyOf(events);
    conditions = List.copyOf(conditions);
  }

  public List<String> eventNames() {
    return events.stream().map(ExpectedEvent::name).toList();
  }

  /** Names of the events that must occur when tools are used this way. */
  public List<String> required(ToolUse use) {
    return events.stream()
        .map(ExpectedEvent::name)
        .filter(event -> minCount(event, use) > 0)
        .toList();
  }

  /** The finding with this contract's severity for its kind; a lowered one is not raised again. */
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

  /** 0 for tool events unless tool use is required. */
  public int minCount(String name, ToolUse use) {
    int min = event(name).map(event -> event.count().min()).orElse(0);
    return flow.tools().has(name) && use != ToolUse.REQUIRED ? 0 : min;
  }

  /**
   * Order and pairs of events.
   *
   * @param first starts an agent, whose own end is the run's; null where any end is
   * @param tools opens and closes the use of a tool
   */
  public record Flow(
      @Nullable String first,
      Terminal terminal,
      EventOrder order,
      EventPair tools,
      List<EventPair> pairs) {

    public Flow {
      pairs = List.copyOf(pairs);
    }

    /** Those that an event of this name is of. */
    public List<EventPair> pairs(String event) {
      List<EventPair> of = new ArrayList<>();
      for (EventPair pair : allPairs()) {
        if (pair.has(event)) {
          of.add(pair);
        }
      }
      return of;
    }

    public List<EventPair> allPairs() {
      List<EventPair> all = new ArrayList<>(pairs.size() + 1);
      all.add(tools);
      all.addAll(pairs);
      return all;
    }
  }

  /**
   * Strictness: what must not come in a run, and how much findings weigh.
   *
   * @param sequence how frames are numbered; null where they are not
   * @param severities overrides of the kinds' own severities
   */
  public record Strictness(
      Set<String> forbidden,
      UnknownPolicy unknownPolicy,
      @Nullable SequenceNumbering sequence,
      Map<FindingKind, Severity> severities) {

    public Strictness {
      forbidden = Set.copyOf(forbidden);
      severities = Map.copyOf(severities);
    }
  }

  /** Policy for an event or frame that neither contract nor dialect knows. */
  public enum UnknownPolicy {
    IGNORE,
    WARN,
    FAIL
  }

  /**
   * Signs that no agent worked.
   *
   * @param texts canned beginnings of answers
   * @param tools tools that exist only in fallbacks
   * @param minTotal shortest plausible time from the message to the terminal event
   * @param minSpread shortest plausible time from the first event to the last
   * @param equalGaps whether equal gaps between events are a sign
   */
  public record FabricationSigns(
      Set<String> texts,
      Set<String> tools,
      Duration minTotal,
      Duration minSpread,
      boolean equalGaps) {

    public FabricationSigns {
      texts = Set.copyOf(texts);
      tools = Set.copyOf(tools);
    }
  }
}
