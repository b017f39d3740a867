package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.definition.ExpectedEvent.EventDeadline;
import io.goldenpath.contract.definition.ExpectedField;
import io.goldenpath.contract.definition.SequenceNumbering;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.target.Condition;
import io.goldenpath.settings.condition.ConditionCompiler;
import io.goldenpath.settings.keys.ContractProperties;
import io.goldenpath.settings.keys.ContractProperties.EventProperties;
import io.goldenpath.settings.keys.ContractProperties.FakesProperties;
import io.goldenpath.settings.keys.ContractProperties.FieldProperties;
import io.goldenpath.settings.keys.ContractProperties.SequenceProperties;
import io.goldenpath.settings.keys.ContractProperties.StrictProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.request.CaptureReader;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a contract; keys that are not written keep the value of the one that it extends. */
record ContractReader(SettingKey at, ContractProperties written, Contract base) {

  private static final Map<String, FindingKind> KINDS =
      new TreeMap<>(
          Arrays.stream(FindingKind.values()).collect(toMap(FindingKind::label, identity())));

  Contract contract(String name) {
    List<ExpectedEvent> events =
        written.events() == null ? base.events() : events(written.events());
    List<String> names = events.stream().map(ExpectedEvent::name).toList();
    return new Contract(
        name,
        events,
        new FlowReader(at.child("flow"), names, base.flow())
            .flow(written.flow(), written.events() != null),
        strictness(names),
        fabricationSigns(written.fakes()),
        written.answer() == null ? base.conditions() : conditions(written.answer()));
  }

  private List<Condition> conditions(List<String> answer) {
    return at.child("answer").each(answer, ConditionCompiler.ANSWER::compile).stream()
        .filter(Objects::nonNull)
        .toList();
  }

  private List<ExpectedEvent> events(List<EventProperties> all) {
    Set<String> names = new HashSet<>();
    return at.child("events").each(all, (key, event) -> event(key, event, all, names)).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<ExpectedEvent> event(
      SettingKey key, EventProperties event, List<EventProperties> all, Set<String> names) {
    String name = event.name();
    if (name == null || name.isBlank()) {
      return key.child("name").wrong("is missing: the name of the event");
    }
    if (!names.add(name)) {
      return key.child("name").wrong("'%s' is listed twice", name);
    }
    ExpectedEvent.Count count = count(key, event);
    EventDeadline deadline =
        event.within() == null ? null : new EventDeadline(event.within(), event.after());
    List<ExpectedField> fields = key.child("fields").each(event.fields(), ContractReader::field);
    checkAfter(key.child("after"), event, all);
    return Optional.of(new ExpectedEvent(name, count, event.repeats(), deadline, fields));
  }

  private static void checkAfter(SettingKey key, EventProperties event, List<EventProperties> all) {
    String after = event.after();
    if (after == null) {
      return;
    }
    if (event.within() == null) {
      key.wrong("needs within beside it: how long after that event");
    }
    if (all.stream().noneMatch(other -> after.equals(other.name()))) {
      key.wrong("there is no event '%s' in this contract", after);
    }
  }

  private static ExpectedEvent.Count count(SettingKey key, EventProperties event) {
    int max = requireNonNullElse(event.max(), Integer.MAX_VALUE);
    if (event.min() < 0 || max < 1 || max < event.min()) {
      key.child(event.max() == null ? "min" : "max")
          .wrong(
              "min must not be below 0, nor max below 1 or below min, but they are %d and %s",
              event.min(), event.max() == null ? "open" : event.max());
      return ExpectedEvent.Count.ONE_OR_MORE;
    }
    return new ExpectedEvent.Count(event.min(), max);
  }

  private static ExpectedField field(SettingKey key, FieldProperties field) {
    SettingKey pointers = key.child("at");
    if (field.at().isEmpty()) {
      pointers.wrong("is missing: a JSON pointer such as /payload/tool_name");
    }
    field.at().forEach(pointer -> CaptureReader.jsonPointer(pointers, pointer));
    return new ExpectedField(
        field.at(),
        field.required(),
        field.type(),
        field.minLength(),
        requireNonNullElse(field.maxLength(), Integer.MAX_VALUE));
  }

  private Contract.Strictness strictness(List<String> events) {
    StrictProperties strict = written.strict();
    Contract.Strictness inherited = base.strictness();
    SettingKey key = at.child("strict");
    List<String> forbidden = requireNonNullElse(strict.forbidden(), List.of());
    forbidden.stream()
        .filter(events::contains)
        .forEach(name ->
            key.child("forbidden")
                .wrong("'%s' cannot be both forbidden and one of the events", name));
    return new Contract.Strictness(
        strict.forbidden() == null ? inherited.forbidden() : Set.copyOf(forbidden),
        requireNonNullElse(strict.unknown(), inherited.unknownPolicy()),
        strict.sequence() == null
            ? inherited.sequence()
            : sequence(key.child("sequence"), strict.sequence()),
        severities());
  }

  private static @Nullable SequenceNumbering sequence(SettingKey key, SequenceProperties written) {
    if (written.at() == null) {
      key.child("at").wrong("is missing: a JSON pointer such as /seq");
      return null;
    }
    String at = CaptureReader.jsonPointer(key, written.at());
    if (written.step() < 1) {
      key.child("step").wrong("must be at least 1, but is %d", written.step());
      return null;
    }
    return at == null ? null : new SequenceNumbering(at, written.step(), written.scope());
  }

  private Map<FindingKind, Severity> severities() {
    Map<FindingKind, Severity> severities = new EnumMap<>(FindingKind.class);
    severities.putAll(base.strictness().severities());
    written
        .severity()
        .forEach((name, severity) -> {
          SettingKey key = at.child("severity").child(name);
          String label = name.replace('-', '_');
          FindingKind kind = KINDS.get(label);
          if (kind == null) {
            key.unknown("finding", label, KINDS.keySet());
          } else if (kind == FindingKind.MONITOR_FAULT) {
            key.wrong("the monitor's own faults are held against no target, whatever severity");
          } else {
            severities.put(kind, severity);
          }
        });
    return severities;
  }

  private Contract.FabricationSigns fabricationSigns(@Nullable FakesProperties fakes) {
    Contract.FabricationSigns inherited = base.fabricationSigns();
    return fakes == null
        ? inherited
        : new Contract.FabricationSigns(
            fakes.texts() == null ? inherited.texts() : Set.copyOf(fakes.texts()),
            fakes.tools() == null ? inherited.tools() : Set.copyOf(fakes.tools()),
            requireNonNullElse(fakes.total(), inherited.minTotal()),
            requireNonNullElse(fakes.spread(), inherited.minSpread()),
            requireNonNullElse(fakes.gaps(), inherited.equalGaps()));
  }
}
