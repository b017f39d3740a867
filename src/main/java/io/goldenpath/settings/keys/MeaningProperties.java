package io.goldenpath.settings.keys;

import io.goldenpath.dialect.definition.ErrorRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What a platform's messages mean.
 *
 * @param captures Values to take from messages.
 * @param accepted What tells that a question was taken on.
 * @param relevant Which messages count.
 * @param named Which messages are events, and of which name.
 * @param fields Where an event says whose it is; JSON pointers, of which the first that is there
 *     counts.
 * @param outcome What ends a run, and how.
 * @param errors What reports an error, whichever question it belongs to.
 */
public record MeaningProperties(
    @Nullable List<CaptureProperties> captures,
    @Nullable @NestedConfigurationProperty AcceptedProperties accepted,
    @Name(SameLevel.THIRD) @NestedConfigurationProperty RelevanceProperties relevant,
    @Name(SameLevel.FIRST) @NestedConfigurationProperty NameProperties named,
    @NestedConfigurationProperty FieldPlaces fields,
    @Name(SameLevel.SECOND) @NestedConfigurationProperty OutcomeProperties outcome,
    @Nullable List<ErrorProperties> errors) {

  public MeaningProperties {
    relevant = WrittenOr.defaults(relevant, RelevanceProperties.class);
    named = WrittenOr.defaults(named, NameProperties.class);
    fields = WrittenOr.defaults(fields, FieldPlaces.class);
    outcome = WrittenOr.defaults(outcome, OutcomeProperties.class);
  }

  /**
   * Values to take from some messages.
   *
   * @param when Condition in CEL on the message; without it, any.
   * @param take Values, by the name of their variable: a JSON pointer, header:NAME, args/1/NAME,
   *     ack/0/NAME, or CEL after '= '.
   */
  public record CaptureProperties(@Nullable String when, @DefaultValue Map<String, String> take) {}

  /**
   * What tells that a question was taken on, or its condition alone.
   *
   * @param when Condition in CEL on a message.
   * @param capture Values to take from it, by the name of their variable.
   * @param refused Condition in CEL under which it says no.
   * @param message Where it says why.
   */
  public record AcceptedProperties(
      @Nullable String when,
      @DefaultValue Map<String, String> capture,
      @Nullable String refused,
      @Nullable List<String> message) {

    /** A condition on the message. */
    public static AcceptedProperties of(String text) {
      return new AcceptedProperties(text, Map.of(), null, null);
    }
  }

  /**
   * Which messages count.
   *
   * @param ours Condition in CEL under which a message belongs to our question; without it, all do.
   * @param foreign What becomes of the others: ignore, or fail as events of another run.
   * @param ignore Condition in CEL on messages that are neither events nor unknown.
   */
  public record RelevanceProperties(
      @Nullable String ours, @Nullable ForeignMessages foreign, @Nullable String ignore) {}

  /** What becomes of messages of other questions. */
  public enum ForeignMessages {
    IGNORE,
    FAIL
  }

  /**
   * Which messages are events, and of which name.
   *
   * @param event JSON pointers to the name of the event, CEL after '= ', or none for those that
   *     events names alone; without it, /type for json and stomp, and the framing's name elsewhere.
   * @param events Names by condition, of which the first that holds counts, before event.
   */
  public record NameProperties(
      @Nullable List<String> event, @Nullable List<NamedEventProperties> events) {}

  /**
   * A name by condition.
   *
   * @param name Name of the event.
   * @param when Condition in CEL on the message.
   * @param capture Values to take from it, by the name of their variable.
   */
  public record NamedEventProperties(
      @Nullable String name, @Nullable String when, @DefaultValue Map<String, String> capture) {}

  /**
   * Where an event says whose it is.
   *
   * @param run Id of the run.
   * @param thread Id of the conversation.
   * @param user Id of the user.
   * @param agent Name of the agent.
   * @param tool Name of the tool.
   * @param call Id of the tool's call.
   * @param time When it was sent.
   * @param sequence Number that counts the messages.
   */
  public record FieldPlaces(
      @Nullable List<String> run,
      @Nullable List<String> thread,
      @Nullable List<String> user,
      @Nullable List<String> agent,
      @Nullable List<String> tool,
      @Nullable List<String> call,
      @Nullable List<String> time,
      @Nullable List<String> sequence) {}

  /**
   * What ends a run, and how.
   *
   * @param answer Where the answer stands.
   * @param end What ends a run.
   */
  public record OutcomeProperties(
      @NestedConfigurationProperty AnswerPlaces answer,
      @NestedConfigurationProperty EndProperties end) {

    public OutcomeProperties {
      answer = WrittenOr.defaults(answer, AnswerPlaces.class);
      end = WrittenOr.defaults(end, EndProperties.class);
    }
  }

  /**
   * Where the answer stands; one of at, deltas, snapshot and messages.
   *
   * @param at In the message that ends the run, or in the last event of those named by of.
   * @param deltas Parts, joined in the order of their arrival.
   * @param snapshot Texts that each repeat what was there, of which the last counts.
   * @param messages Whole messages, joined.
   * @param of Events that hold it; without it, all.
   * @param separator What is put between joined parts.
   */
  public record AnswerPlaces(
      @Nullable List<String> at,
      @Nullable List<String> deltas,
      @Nullable List<String> snapshot,
      @Nullable List<String> messages,
      @Nullable List<String> of,
      @Nullable String separator) {}

  /**
   * What ends a run.
   *
   * @param success Conditions in CEL, all of which must have held.
   * @param ordered Whether they must hold in this order.
   * @param failure Condition in CEL under which the run failed; it goes before success.
   * @param paused Condition in CEL under which the run waits for a person.
   * @param quiet How long without an event ends a run that has no end of its own.
   * @param after Condition in CEL on what may still come after the end.
   * @param message Where a failure says why.
   */
  public record EndProperties(
      @Nullable List<String> success,
      @Nullable Boolean ordered,
      @Nullable String failure,
      @Nullable String paused,
      @Nullable Duration quiet,
      @Nullable String after,
      @Nullable List<String> message) {}

  /**
   * What reports an error.
   *
   * @param when Condition in CEL on the message.
   * @param message Where it says why.
   * @param is What it is: error-event, auth-refused, shed, not-understood or degraded-service.
   * @param capture Values to take from it, by the name of their variable.
   */
  public record ErrorProperties(
      @Nullable String when,
      @Nullable List<String> message,
      ErrorRule.@Nullable Meaning is,
      @DefaultValue Map<String, String> capture) {}
}
