package io.goldenpath.settings.keys;

import io.goldenpath.contract.definition.Contract.UnknownPolicy;
import io.goldenpath.contract.definition.ExpectedField;
import io.goldenpath.contract.definition.SequenceNumbering.Scope;
import io.goldenpath.model.finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Assertions about a run's events; whatever is not written is as in the contract that it extends.
 *
 * @param base Contract from which it differs: default, plain, or one of yours.
 * @param events Events of a run, in the order of their first arrival.
 * @param flow How events belong together.
 * @param strict How strictly the rest is taken.
 * @param fakes Signs of canned responses.
 * @param answer Conditions in CEL over answer, event, nonce, sum and seconds.
 * @param severity Severities of findings, by kind.
 */
@ConfigurationPropertiesSource
public record ContractProperties(
    @Name("extends") @DefaultValue("default") String base,
    @Nullable List<EventProperties> events,
    @DefaultValue FlowProperties flow,
    @DefaultValue StrictProperties strict,
    @Nullable FakesProperties fakes,
    @Nullable List<String> answer,
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
   * @param first Event that starts an agent; the run then ends as that agent does.
   * @param terminal Events that end a run, or end: whatever the dialect takes for its end.
   * @param order Chains of events such as a &lt; b &lt; c; all of them, as listed, where there is
   *     none.
   * @param tools The events that open and close the use of a tool.
   * @param pairs Further events that open and close something.
   */
  public record FlowProperties(
      @Nullable String first,
      @Nullable List<String> terminal,
      @Nullable List<String> order,
      @Nullable PairProperties tools,
      @Nullable List<PairProperties> pairs) {}

  /**
   * Two events between which something is open.
   *
   * @param opens Event that announces it.
   * @param closes Event that reports its end.
   * @param keys What both have in common: agent, tool, call, or JSON pointers.
   */
  public record PairProperties(
      @Nullable String opens,
      @Nullable String closes,
      @DefaultValue({"agent", "tool"}) List<PairKeyProperties> keys) {}

  /**
   * What two events have in common, written as one place where it is the same in both.
   *
   * @param opens Where it is in the event that opens; * stands for each item of a list.
   * @param closes Where it is in the event that closes; * stands for each item of a list.
   */
  public record PairKeyProperties(@Nullable String opens, @Nullable String closes) {

    public static PairKeyProperties of(String place) {
      return new PairKeyProperties(place, place);
    }
  }

  /**
   * How strictly the rest is taken.
   *
   * @param unknown What becomes of an event or frame that neither contract nor dialect knows.
   * @param forbidden Events that must not come.
   * @param sequence How frames are numbered.
   */
  public record StrictProperties(
      @Nullable UnknownPolicy unknown,
      @Nullable List<String> forbidden,
      @Nullable SequenceProperties sequence) {}

  /**
   * How frames are numbered, written as the place of the number where that is all.
   *
   * @param at JSON pointer to the number.
   * @param step How much greater each number is than the one before.
   * @param scope Whether numbers begin anew with each question, or with each connection.
   */
  public record SequenceProperties(
      @Nullable String at, @DefaultValue("1") int step, @DefaultValue("run") Scope scope) {

    public static SequenceProperties of(String at) {
      return new SequenceProperties(at, 1, Scope.RUN);
    }
  }

  /**
   * Signs of canned responses.
   *
   * @param texts Beginnings of canned responses.
   * @param tools Tools that exist only in fallbacks.
   * @param total Shortest time of a true run, from the message to its end.
   * @param spread Shortest time of a true stream, from its first event to its last.
   * @param gaps Whether equal gaps between its events are a sign.
   */
  public record FakesProperties(
      @Nullable List<String> texts,
      @Nullable List<String> tools,
      @Nullable Duration total,
      @Nullable Duration spread,
      @Nullable Boolean gaps) {}
}
