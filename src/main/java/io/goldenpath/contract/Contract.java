package io.goldenpath.contract;

import io.goldenpath.probe.ToolUse;
import java.util.List;
import java.util.Set;

/**
 * What a run's events promise.
 *
 * @param name Name of the contract.
 * @param path The events of a whole run, in the order of their first arrival.
 * @param first Event that starts an agent.
 * @param terminal Event that ends an agent.
 * @param tools Events that open and close the use of a tool.
 * @param denied Signs that nobody worked.
 */
public record Contract(
    String name, List<String> path, String first, String terminal, ToolPair tools, Denied denied) {

  /** What the reference platform promises. */
  public static final Contract DEFAULT =
      new Contract(
          "default",
          List.of(
              "agent_started",
              "agent_thinking",
              "tool_executing",
              "tool_completed",
              "agent_completed"),
          "agent_started",
          "agent_completed",
          new ToolPair("tool_executing", "tool_completed"),
          new Denied(
              Set.of("Agent response for:", "Agent processed your message:"),
              Set.of("analysis_tool", "response_generator")));

  public Contract {
    path = List.copyOf(path);
  }

  /** The events that a run must have when tools are used so. */
  public List<String> required(ToolUse use) {
    return path.stream().filter(event -> use == ToolUse.REQUIRED || !tools.has(event)).toList();
  }

  /**
   * The two events between which a tool is open.
   *
   * @param opens announces the tool
   * @param closes reports its end
   */
  public record ToolPair(String opens, String closes) {

    boolean has(String event) {
      return event.equals(opens) || event.equals(closes);
    }
  }

  /**
   * Signs that nobody worked.
   *
   * @param texts canned beginnings of answers
   * @param tools tools that exist only in fallbacks
   */
  public record Denied(Set<String> texts, Set<String> tools) {

    public Denied {
      texts = Set.copyOf(texts);
      tools = Set.copyOf(tools);
    }
  }
}
