package io.goldenpath.settings.dialect;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.dialect.definition.AnswerRules;
import io.goldenpath.dialect.definition.AnswerRules.Kind;
import io.goldenpath.dialect.definition.ErrorRule;
import io.goldenpath.dialect.definition.EventFieldRules;
import io.goldenpath.dialect.definition.EventRules;
import io.goldenpath.dialect.definition.EventRules.NamedEvent;
import io.goldenpath.dialect.definition.EventRules.OursRule;
import io.goldenpath.dialect.definition.MessageValue;
import io.goldenpath.settings.condition.ConditionCompiler;
import io.goldenpath.settings.keys.DialectProperties.FramingType;
import io.goldenpath.settings.keys.MeaningProperties;
import io.goldenpath.settings.keys.MeaningProperties.AnswerPlaces;
import io.goldenpath.settings.keys.MeaningProperties.ErrorProperties;
import io.goldenpath.settings.keys.MeaningProperties.FieldPlaces;
import io.goldenpath.settings.keys.MeaningProperties.ForeignMessages;
import io.goldenpath.settings.keys.MeaningProperties.NamedEventProperties;
import io.goldenpath.settings.keys.MeaningProperties.RelevanceProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which messages are events, of which name, and what they say. */
record EventRulesReader(SettingKey at, FramingType framing, MessageRules rules) {

  private static final String NONE = "none";

  EventRules events(MeaningProperties written, Set<String> captured) {
    List<NamedEventProperties> named = written.named().events();
    List<ErrorProperties> errors = written.errors();
    return new EventRules(
        ours(written.relevant(), captured),
        rules.optional(at.child("ignore"), written.relevant().ignore()),
        named == null ? List.of() : at.child("events").each(named, this::named),
        name(written.named().event()),
        fields(at.child("fields"), written.fields()),
        answer(at.child("answer"), written.outcome().answer()),
        errors == null ? List.of() : at.child("errors").each(errors, this::error));
  }

  private @Nullable OursRule ours(RelevanceProperties written, Set<String> captured) {
    String text = written.ours();
    if (text == null) {
      at.child("foreign")
          .wrongIfWritten("needs ours beside it: which messages are of our question");
      return null;
    }
    Set<String> needs = new LinkedHashSet<>(ConditionCompiler.variablesRead(text));
    needs.retainAll(captured);
    return new OursRule(
        rules.condition(at.child("ours"), text), needs, written.foreign() == ForeignMessages.FAIL);
  }

  private NamedEvent named(SettingKey key, NamedEventProperties written) {
    if (written.name() == null || written.name().isBlank()) {
      key.child("name").wrong("is missing: the name of the event");
    }
    return new NamedEvent(
        requireNonNullElse(written.name(), ""),
        rules.condition(key.child("when"), written.when()),
        rules.captures(key.child("capture"), written.capture()));
  }

  private List<MessageValue> name(@Nullable List<String> places) {
    if (places == null) {
      boolean json = framing == FramingType.JSON || framing == FramingType.STOMP;
      return rules.values(at.child("event"), List.of(json ? "/type" : "= name"));
    }
    return places.equals(List.of(NONE)) ? List.of() : rules.values(at.child("event"), places);
  }

  private EventFieldRules fields(SettingKey key, FieldPlaces written) {
    return new EventFieldRules(
        rules.values(key.child("run"), written.run()),
        rules.values(key.child("thread"), written.thread()),
        rules.values(key.child("user"), written.user()),
        rules.values(key.child("agent"), written.agent()),
        rules.values(key.child("tool"), written.tool()),
        rules.values(key.child("call"), written.call()),
        rules.values(key.child("time"), written.time()),
        rules.values(key.child("sequence"), written.sequence()));
  }

  private AnswerRules answer(SettingKey key, AnswerPlaces written) {
    Map<Kind, List<String>> places = new LinkedHashMap<>();
    putWritten(places, Kind.AT, written.at());
    putWritten(places, Kind.DELTAS, written.deltas());
    putWritten(places, Kind.SNAPSHOT, written.snapshot());
    putWritten(places, Kind.MESSAGES, written.messages());
    if (places.isEmpty()) {
      if (key.isWritten()) {
        key.wrong("expected one of at, deltas, snapshot and messages");
      }
      return AnswerRules.NONE;
    }
    Map.Entry<Kind, List<String>> first = places.entrySet().iterator().next();
    if (places.size() > 1) {
      key.wrong("expected one of at, deltas, snapshot and messages, but found %d", places.size());
    }
    String label = first.getKey().name().toLowerCase(Locale.ROOT);
    return new AnswerRules(
        first.getKey(),
        rules.values(key.child(label), first.getValue()),
        Set.copyOf(requireNonNullElse(written.of(), List.of())),
        requireNonNullElse(written.separator(), ""));
  }

  private static void putWritten(
      Map<Kind, List<String>> places, Kind kind, @Nullable List<String> written) {
    if (written != null) {
      places.put(kind, written);
    }
  }

  private ErrorRule error(SettingKey key, ErrorProperties written) {
    return new ErrorRule(
        rules.condition(key.child("when"), written.when()),
        rules.values(key.child("message"), written.message()),
        requireNonNullElse(written.is(), ErrorRule.Meaning.ERROR_EVENT),
        rules.captures(key.child("capture"), written.capture()));
  }
}
