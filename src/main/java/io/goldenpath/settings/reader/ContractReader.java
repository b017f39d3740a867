package io.goldenpath.settings.reader;

import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.definition.ExpectedField;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.target.Condition;
import io.goldenpath.settings.condition.ConditionCompiler;
import io.goldenpath.settings.keys.ContractProperties;
import io.goldenpath.settings.keys.ContractProperties.EventProperties;
import io.goldenpath.settings.keys.ContractProperties.FakesProperties;
import io.goldenpath.settings.keys.ContractProperties.FieldProperties;
import io.goldenpath.settings.keys.ContractProperties.StrictProperties;
import io.goldenpath.settings.mistakes.Mistakes;
import io.goldenpath.settings.mistakes.SpellingSuggestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a contract of what is written over the bundled one. */
final class ContractReader {

  private static final ConditionCompiler ANSWER =
      ConditionCompiler.withVariables(
          Map.of(
              "answer", SimpleType.STRING,
              "event", MapType.create(SimpleType.STRING, SimpleType.DYN),
              "nonce", SimpleType.STRING,
              "sum", SimpleType.INT,
              "seconds", SimpleType.DOUBLE));

  private final String key;
  private final ContractProperties written;
  private final Mistakes mistakes;

  ContractReader(String key, ContractProperties written, Mistakes mistakes) {
    this.key = key;
    this.written = written;
    this.mistakes = mistakes;
  }

  Contract contract(String name) {
    List<ExpectedEvent> events =
        written.events() == null ? Contract.DEFAULT.events() : events(written.events());
    Contract.Flow flow =
        new FlowReader(key + ".flow", events, mistakes)
            .flow(written.flow(), written.events() != null);
    return new Contract(
        name,
        events,
        flow,
        strictness(written.strict(), events),
        fabricationSigns(written.fakes()),
        conditions());
  }

  private List<ExpectedEvent> events(List<EventProperties> all) {
    List<ExpectedEvent> events = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      String at = key + ".events[" + i + "]";
      EventProperties event = all.get(i);
      String name = event.name();
      if (name == null || name.isBlank()) {
        mistakes.add(at + ".name", "is missing: the name of the event");
      } else if (!names.add(name)) {
        mistakes.add(at + ".name", "'" + name + "' is listed twice");
      } else {
        events.add(event(at, name, event));
        checkAfter(at, event, all);
      }
    }
    return events;
  }

  private ExpectedEvent event(String at, String name, EventProperties event) {
    ExpectedEvent.EventDeadline eventDeadline =
        event.within() == null
            ? null
            : new ExpectedEvent.EventDeadline(event.within(), event.after());
    List<ExpectedField> fields =
        IntStream.range(0, event.fields().size())
            .mapToObj(i -> field(at + ".fields[" + i + "]", event.fields().get(i)))
            .toList();
    return new ExpectedEvent(name, count(at, event), event.repeats(), eventDeadline, fields);
  }

  private void checkAfter(String at, EventProperties event, List<EventProperties> all) {
    String after = event.after();
    if (after == null) {
      return;
    }
    if (event.within() == null) {
      mistakes.add(at + ".after", "needs within beside it: how long after that event");
    }
    if (all.stream().noneMatch(other -> after.equals(other.name()))) {
      mistakes.add(at + ".after", "there is no event '" + after + "' in this contract");
    }
  }

  private ExpectedEvent.Count count(String at, EventProperties event) {
    int max = event.max() == null ? Integer.MAX_VALUE : event.max();
    if (event.min() < 0 || max < 1 || max < event.min()) {
      mistakes.add(
          event.max() == null ? at + ".min" : at + ".max",
          "min must not be below 0, nor max below 1 or below min, but they are %d and %s"
              .formatted(event.min(), event.max() == null ? "open" : event.max()));
      return ExpectedEvent.Count.ONE_OR_MORE;
    }
    return new ExpectedEvent.Count(event.min(), max);
  }

  private ExpectedField field(String at, FieldProperties field) {
    if (field.at().isEmpty()) {
      mistakes.add(at + ".at", "is missing: a JSON pointer such as /payload/tool_name");
    }
    field.at().forEach(pointer -> checkPointer(at + ".at", pointer));
    return new ExpectedField(
        field.at(),
        field.required(),
        field.type(),
        field.minLength(),
        field.maxLength() == null ? Integer.MAX_VALUE : field.maxLength());
  }

  private Contract.Strictness strictness(
      @Nullable StrictProperties strict, List<ExpectedEvent> events) {
    if (strict == null) {
      return new Contract.Strictness(Set.of(), Contract.UnknownPolicy.IGNORE, null, severities());
    }
    strict.forbidden().stream()
        .filter(name -> events.stream().anyMatch(event -> event.name().equals(name)))
        .forEach(name ->
            mistakes.add(
                key + ".strict.forbidden",
                "'" + name + "' cannot be both forbidden and one of the events"));
    if (strict.sequence() != null) {
      checkPointer(key + ".strict.sequence", strict.sequence());
    }
    return new Contract.Strictness(
        Set.copyOf(strict.forbidden()), strict.unknown(), strict.sequence(), severities());
  }

  private Map<FindingKind, Severity> severities() {
    Map<FindingKind, Severity> severities = new EnumMap<>(FindingKind.class);
    written
        .severity()
        .forEach((name, severity) -> {
          String at = key + ".severity." + name;
          String label = name.replace('-', '_');
          Optional<FindingKind> kind =
              Arrays.stream(FindingKind.values()).filter(k -> k.label().equals(label)).findFirst();
          kind.ifPresentOrElse(
              known -> severities.put(known, severity), () -> rejectUnknownKind(at, label));
          if (kind.filter(known -> known == FindingKind.MONITOR_FAULT).isPresent()) {
            mistakes.add(
                at, "the monitor's own faults are held against no target, whatever weight");
          }
        });
    return severities;
  }

  private void rejectUnknownKind(String at, String label) {
    List<String> kinds = Arrays.stream(FindingKind.values()).map(FindingKind::label).toList();
    mistakes.add(
        at,
        "there is no finding '%s'%s"
            .formatted(
                label,
                SpellingSuggestion.of(label, kinds)
                    .map(near -> "; the nearest one is " + near)
                    .orElse("")));
  }

  private static Contract.FabricationSigns fabricationSigns(@Nullable FakesProperties fakes) {
    Contract.FabricationSigns bundled = Contract.DEFAULT.fabricationSigns();
    return fakes == null
        ? bundled
        : new Contract.FabricationSigns(
            fakes.texts() == null ? bundled.texts() : Set.copyOf(fakes.texts()),
            fakes.tools() == null ? bundled.tools() : Set.copyOf(fakes.tools()),
            notNegative(fakes.total()),
            notNegative(fakes.spread()));
  }

  private List<Condition> conditions() {
    return IntStream.range(0, written.answer().size())
        .boxed()
        .flatMap(i ->
            ANSWER.compile(key + ".answer[" + i + "]", written.answer().get(i), mistakes).stream())
        .toList();
  }

  private void checkPointer(String at, String pointer) {
    if (!pointer.startsWith("/")) {
      mistakes.add(at, "a JSON pointer begins with '/', but this is '" + pointer + "'");
    }
  }

  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
