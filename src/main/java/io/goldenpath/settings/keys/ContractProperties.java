package io.goldenpath.settings.keys;

import io.goldenpath.contract.definition.Contract.UnknownPolicy;
import io.goldenpath.contract.definition.ExpectedField;
import io.goldenpath.model.finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Assertions about a run's events; whatever is not written is as in the bundled contract.
 *
 * @param events Events of a run, in the order of their first arrival.
 * @param flow How events belong together.
 * @param strict How strictly the rest is taken.
 * @param fakes Signs of canned responses.
 * @param answer Conditions in CEL over answer, event, nonce, sum and seconds.
 * @param severity Severities of findings, by kind.
 */
public record ContractProperties(
    @Nullable List<EventProperties> events,
    @DefaultValue FlowProperties flow,
    @DefaultValue StrictProperties strict,
    @Nullable FakesProperties fakes,
    @DefaultValue List<String> answer,
    @DefaultValue Map<String, Severity> severity) {

  /**
   * One event.
   *
   * @param name Name of the event.
   * @param min How often it comes at least; 0 makes it optional.
   * @param max How often it comes at most.
   * @param repeats Whether the same content may come again.
   * @param within How long after the message, or the event named by after, it must have come.
   * @param after Event from which within counts.
   * @param fields What its fields must be.
   */
  public record EventProperties(
      @Nullable String name,
      @DefaultValue("1") int min,
      @Nullable Integer max,
      boolean repeats,
      @Nullable Duration within,
      @Nullable String after,
      @DefaultValue List<FieldProperties> fields) {}

  /**
   * One field of an event.
   *
   * @param at JSON pointers to it; the first that is there counts.
   * @param required Whether it must be there.
   * @param type What it must be.
   * @param minLength Shortest text or list.
   * @param maxLength Longest text or list.
   */
  public record FieldProperties(
      @DefaultValue List<String> at,
      @DefaultValue("true") boolean required,
      ExpectedField.@Nullable Type type,
      @DefaultValue("0") int minLength,
      @Nullable Integer maxLength) {}

  /**
   * How events belong together.
   *
   * @param first Event that starts an agent.
   * @param terminal Event that ends an agent.
   * @param order Chains of events such as a &lt; b &lt; c; all of them, as listed, where there is
   *     none.
   * @param tools The events that open and close the use of a tool.
   * @param pairs Further events that open and close something.
   */
  public record FlowProperties(
      @Nullable String first,
      @Nullable String terminal,
      @Nullable List<String> order,
      @Nullable PairProperties tools,
      @DefaultValue List<PairProperties> pairs) {}

  /**
   * Two events between which something is open.
   *
   * @param opens Event that announces it.
   * @param closes Event that reports its end.
   * @param keys What both have in common: agent, tool, or JSON pointers.
   */
  public record PairProperties(
      @Nullable String opens,
      @Nullable String closes,
      @DefaultValue({"agent", "tool"}) List<String> keys) {}

  /**
   * How strictly the rest is taken.
   *
   * @param unknown What becomes of an event or frame that neither contract nor dialect knows.
   * @param forbidden Events that must not come.
   * @param sequence JSON pointer to the number that counts the frames.
   */
  public record StrictProperties(
      @DefaultValue("ignore") UnknownPolicy unknown,
      @DefaultValue List<String> forbidden,
      @Nullable String sequence) {}

  /**
   * Signs of canned responses.
   *
   * @param texts Beginnings of canned responses.
   * @param tools Tools that exist only in fallbacks.
   * @param total Shortest time of a true run, from the message to its end.
   * @param spread Shortest time of a true stream, from its first event to its last.
   */
  public record FakesProperties(
      @Nullable List<String> texts,
      @Nullable List<String> tools,
      @DefaultValue("0s") Duration total,
      @DefaultValue("0s") Duration spread) {}
}
