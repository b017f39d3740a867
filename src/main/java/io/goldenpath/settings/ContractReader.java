package io.goldenpath.settings;

import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import io.goldenpath.contract.Contract;
import io.goldenpath.contract.EventPromise;
import io.goldenpath.contract.FieldPromise;
import io.goldenpath.probe.Condition;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Severity;
import io.goldenpath.settings.ContractProperties.EventProperties;
import io.goldenpath.settings.ContractProperties.FakesProperties;
import io.goldenpath.settings.ContractProperties.FieldProperties;
import io.goldenpath.settings.ContractProperties.StrictProperties;
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

  private static final Conditions ANSWER =
      Conditions.over(
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
    List<EventPromise> events =
        written.events() == null ? Contract.DEFAULT.events() : events(written.events());
    Contract.Flow flow =
        new FlowReader(key + ".flow", events, mistakes)
            .flow(written.flow(), written.events() != null);
    return new Contract(
        name, events, flow, rigour(written.strict(), events), signs(written.fakes()), conditions());
  }

  private List<EventPromise> events(List<EventProperties> all) {
    List<EventPromise> events = new ArrayList<>();
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
        after(at, event, all);
      }
    }
    return events;
  }

  private EventPromise event(String at, String name, EventProperties event) {
    EventPromise.Due due =
        event.within() == null ? null : new EventPromise.Due(event.within(), event.after());
    List<FieldPromise> fields =
        IntStream.range(0, event.fields().size())
            .mapToObj(i -> field(at + ".fields[" + i + "]", event.fields().get(i)))
            .toList();
    return new EventPromise(name, count(at, event), event.repeats(), due, fields);
  }

  private void after(String at, EventProperties event, List<EventProperties> all) {
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

  private EventPromise.Count count(String at, EventProperties event) {
    int max = event.max() == null ? Integer.MAX_VALUE : event.max();
    if (event.min() < 0 || max < 1 || max < event.min()) {
      mistakes.add(
          event.max() == null ? at + ".min" : at + ".max",
          "min must not be below 0, nor max below 1 or below min, but they are %d and %s"
              .formatted(event.min(), event.max() == null ? "open" : event.max()));
      return EventPromise.Count.ONE_OR_MORE;
    }
    return new EventPromise.Count(event.min(), max);
  }

  private FieldPromise field(String at, FieldProperties field) {
    if (field.at().isEmpty()) {
      mistakes.add(at + ".at", "is missing: a JSON pointer such as /payload/tool_name");
    }
    field.at().forEach(pointer -> pointer(at + ".at", pointer));
    return new FieldPromise(
        field.at(),
        field.required(),
        field.type(),
        field.minLength(),
        field.maxLength() == null ? Integer.MAX_VALUE : field.maxLength());
  }

  private Contract.Rigour rigour(@Nullable StrictProperties strict, List<EventPromise> events) {
    if (strict == null) {
      return new Contract.Rigour(Set.of(), Contract.Unknown.IGNORE, null, severities());
    }
    strict.forbidden().stream()
        .filter(name -> events.stream().anyMatch(event -> event.name().equals(name)))
        .forEach(name ->
            mistakes.add(
                key + ".strict.forbidden",
                "'" + name + "' cannot be both forbidden and one of the events"));
    if (strict.sequence() != null) {
      pointer(key + ".strict.sequence", strict.sequence());
    }
    return new Contract.Rigour(
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
          kind.ifPresentOrElse(known -> severities.put(known, severity), () -> unknown(at, label));
          if (kind.filter(known -> known == FindingKind.MONITOR_FAULT).isPresent()) {
            mistakes.add(
                at, "the monitor's own faults are held against no target, whatever weight");
          }
        });
    return severities;
  }

  private void unknown(String at, String label) {
    List<String> kinds = Arrays.stream(FindingKind.values()).map(FindingKind::label).toList();
    mistakes.add(
        at,
        "there is no finding '%s'%s"
            .formatted(
                label,
                Nearest.of(label, kinds).map(near -> "; the nearest one is " + near).orElse("")));
  }

  private static Contract.Signs signs(@Nullable FakesProperties fakes) {
    Contract.Signs bundled = Contract.DEFAULT.signs();
    return fakes == null
        ? bundled
        : new Contract.Signs(
            fakes.texts() == null ? bundled.texts() : Set.copyOf(fakes.texts()),
            fakes.tools() == null ? bundled.tools() : Set.copyOf(fakes.tools()),
            positive(fakes.total()),
            positive(fakes.spread()));
  }

  private List<Condition> conditions() {
    return IntStream.range(0, written.answer().size())
        .boxed()
        .flatMap(i ->
            ANSWER.read(key + ".answer[" + i + "]", written.answer().get(i), mistakes).stream())
        .toList();
  }

  private void pointer(String at, String pointer) {
    if (!pointer.startsWith("/")) {
      mistakes.add(at, "a JSON pointer begins with '/', but this is '" + pointer + "'");
    }
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
