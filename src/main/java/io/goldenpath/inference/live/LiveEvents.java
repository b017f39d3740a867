package io.goldenpath.inference.live;

import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.definition.ExpectedEvent.Count;
import io.goldenpath.contract.definition.ExpectedEvent.EventDeadline;
import io.goldenpath.contract.definition.ExpectedField;
import io.goldenpath.inference.event.EventRole;
import io.goldenpath.inference.yaml.YamlMap;
import io.goldenpath.inference.yaml.YamlScalar;
import io.goldenpath.model.time.DurationText;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The events of a contract: what it asked for already, and what all runs had. */
record LiveEvents(LiveEvidence evidence) {

  List<YamlMap> yaml() {
    return evidence.events().stream().map(this::event).toList();
  }

  private YamlMap event(String name) {
    ExpectedEvent known = evidence.contract().event(name).orElse(null);
    boolean always = evidence.isInEachRun(name);
    int before = known == null ? 0 : known.count().min();
    int min = always ? Math.max(1, before) : before;
    boolean uncertain = min > before && mayDoWithout(name);
    YamlMap event = new YamlMap().put("name", name, comment(name, min > before, uncertain));
    if (min != 1) {
      event.raw("min", String.valueOf(min), known == null ? "not in every run" : "as before");
    }
    max(event, name, known);
    repeats(event, name, known);
    if (known != null) {
      deadline(event, known.deadline());
      event.put("fields", known.fields().stream().map(LiveEvents::field).toList(), "as before");
    }
    return event;
  }

  /** The same question may be answered without a tool or a thought another time. */
  private static boolean mayDoWithout(String name) {
    EventRole role = EventRole.of(name);
    return role.isTool() || role == EventRole.THINKING;
  }

  private String comment(String name, boolean tightened, boolean uncertain) {
    long with = evidence.runsWith(name);
    if (with == 0) {
      return "came in none of %d runs; as before".formatted(evidence.runs().size());
    }
    IntStream counts = evidence.runs().stream().mapToInt(run -> run.count(name));
    int[] sorted = counts.filter(count -> count > 0).sorted().toArray();
    String times = times(sorted[0], sorted[sorted.length - 1]);
    if (with < evidence.runs().size()) {
      return "in %d of %d runs, %s".formatted(with, evidence.runs().size(), times);
    }
    return (tightened ? evidence.guess(uncertain) : "")
        + evidence.eachRun()
        + ", "
        + times
        + (uncertain ? "; min: 0 where it may do without" : "");
  }

  private static String times(int least, int most) {
    if (most == 1) {
      return "once";
    }
    return least == most ? least + " times" : "%d to %d times".formatted(least, most);
  }

  private void max(YamlMap event, String name, @Nullable ExpectedEvent known) {
    int max = known == null ? Integer.MAX_VALUE : known.count().max();
    if (max < Integer.MAX_VALUE) {
      event.raw("max", String.valueOf(max), "as before");
    } else if (evidence.isLast(name)) {
      event.raw("max", "1", evidence.guess() + "the last event of each run, once");
    } else if (evidence.isFirst(name)) {
      event.raw("max", "1", evidence.guess() + "the first event of each run, once");
    }
  }

  private void repeats(YamlMap event, String name, @Nullable ExpectedEvent known) {
    if (known != null) {
      if (known.mayRepeat()) {
        event.raw("repeats", "true", "as before");
      }
      return;
    }
    boolean same = evidence.runs().stream().anyMatch(run -> run.repeats(name));
    boolean several = evidence.runs().stream().anyMatch(run -> run.count(name) > 1);
    if (same) {
      event.raw("repeats", "true", "the same content came again");
    } else if (several && !EventRole.of(name).isTool()) {
      event.raw("repeats", "true", "? came several times, so the same content may come again");
    }
  }

  private static void deadline(YamlMap event, @Nullable EventDeadline deadline) {
    if (deadline != null) {
      event.raw("within", DurationText.setting(deadline.within()), "as before");
      if (deadline.after() != null) {
        event.put("after", deadline.after(), "as before");
      }
    }
  }

  private static YamlMap field(ExpectedField field) {
    YamlMap map = new YamlMap();
    map.raw(
        "at",
        String.join(", ", field.at().stream().map(YamlScalar::quoted).toList())
            .transform(all -> "[ " + all + " ]"),
        "");
    if (!field.required()) {
      map.raw("required", "false", "");
    }
    if (field.type() != null) {
      map.put("type", field.type().name().toLowerCase(Locale.ROOT), "");
    }
    if (field.minLength() > 0) {
      map.raw("min-length", String.valueOf(field.minLength()), "");
    }
    return field.maxLength() == Count.ONE_OR_MORE.max()
        ? map
        : map.raw("max-length", String.valueOf(field.maxLength()), "");
  }
}
