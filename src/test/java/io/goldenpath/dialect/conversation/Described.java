package io.goldenpath.dialect.conversation;

import io.goldenpath.dialect.definition.AcceptedRule;
import io.goldenpath.dialect.definition.AnswerRules;
import io.goldenpath.dialect.definition.CaptureRule;
import io.goldenpath.dialect.definition.Captures;
import io.goldenpath.dialect.definition.ConnectionRules;
import io.goldenpath.dialect.definition.DialectDefinition;
import io.goldenpath.dialect.definition.DialectVariable;
import io.goldenpath.dialect.definition.EndRules;
import io.goldenpath.dialect.definition.ErrorRule;
import io.goldenpath.dialect.definition.EventFieldRules;
import io.goldenpath.dialect.definition.EventRules;
import io.goldenpath.dialect.definition.EventRules.NamedEvent;
import io.goldenpath.dialect.definition.EventRules.OursRule;
import io.goldenpath.dialect.definition.Exchange;
import io.goldenpath.dialect.definition.HeartbeatRule;
import io.goldenpath.dialect.definition.MessageValue;
import io.goldenpath.dialect.definition.ReadyRule;
import io.goldenpath.dialect.definition.ReplyRule;
import io.goldenpath.dialect.definition.SendRule;
import io.goldenpath.dialect.definition.SentMessage;
import io.goldenpath.dialect.definition.VariableRules;
import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.framing.json.JsonFraming;
import io.goldenpath.model.target.Condition;
import io.goldenpath.model.target.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A described dialect that a test puts together; whatever it does not set is the default. */
final class Described {

  final List<DialectVariable> variables = new ArrayList<>();
  final List<CaptureRule> captures = new ArrayList<>();
  final List<SendRule> opening = new ArrayList<>();
  final List<SendRule> submit = new ArrayList<>();
  final List<ReplyRule> replies = new ArrayList<>();
  final List<HeartbeatRule> heartbeats = new ArrayList<>();
  final List<NamedEvent> named = new ArrayList<>();
  final List<ErrorRule> errors = new ArrayList<>();
  final Map<String, String> fields = new HashMap<>();
  final List<Condition> success = new ArrayList<>();
  List<MessageValue> name = places("/type");
  ReadyRule ready = new ReadyRule.AtOnce();
  @Nullable AcceptedRule accepted;
  @Nullable OursRule ours;
  @Nullable Condition ignore;
  AnswerRules answer = AnswerRules.NONE;
  boolean ordered;
  @Nullable Condition failure;
  @Nullable Condition paused;
  @Nullable Duration quiet;
  @Nullable Condition after;

  DescribedDialect dialect() {
    return new DescribedDialect(
        new DialectDefinition(
            "test",
            new JsonFraming(),
            ConnectionRules.DEFAULT,
            new VariableRules(variables, Set.of()),
            captures,
            new Exchange(
                new Exchange.Opening(opening, ready),
                null,
                submit.isEmpty() ? List.of(sends("{\"ask\":\"{text}\"}")) : submit,
                accepted,
                replies,
                heartbeats),
            new EventRules(ours, ignore, named, name, fields(), answer, errors),
            new EndRules(
                new EndRules.Success(success, ordered),
                failure,
                paused,
                quiet,
                after,
                places("/message"))));
  }

  private EventFieldRules fields() {
    return new EventFieldRules(
        field("run"),
        field("thread"),
        field("user"),
        field("agent"),
        field("tool"),
        field("call"),
        field("time"),
        field("sequence"));
  }

  private List<MessageValue> field(String field) {
    String place = fields.get(field);
    return place == null ? List.of() : List.of(MessageValue.of(place));
  }

  static List<MessageValue> places(String... places) {
    return Stream.of(places).map(MessageValue::of).toList();
  }

  static SentMessage.Message message(String template) {
    return new SentMessage.Message(MessageTemplate.json(Secret.of(template)));
  }

  static SendRule sends(String template) {
    return SendRule.of(message(template));
  }

  static Captures takes(String variable, String place) {
    return new Captures(Map.of(variable, places(place)));
  }

  /** Holds where the frame's type is this one. */
  static Condition type(String type) {
    return frame("type", type);
  }

  /** Holds where a field of the frame has this value. */
  static Condition frame(String field, Object value) {
    return values ->
        values.get("frame") instanceof Map<?, ?> frame && value.equals(frame.get(field))
            ? Optional.empty()
            : Optional.of("not " + value);
  }

  /** Holds where a field of the frame has the value of this variable. */
  static Condition frameHas(String field, String variable) {
    return values -> {
      Object value = ((Map<?, ?>) Objects.requireNonNull(values.get("vars"))).get(variable);
      return value != null
              && values.get("frame") instanceof Map<?, ?> frame
              && Objects.equals(value, frame.get(field))
          ? Optional.empty()
          : Optional.of("not the same");
    };
  }
}
