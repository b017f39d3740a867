package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.DUPLICATE_EVENT;
import static io.goldenpath.probe.FindingKind.MISSING_EVENT;
import static io.goldenpath.probe.FindingKind.OUT_OF_ORDER;

import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where frames are numbered: does every number come once, and in order? */
final class SequenceRule implements Rule {

  private static final int BOUND = 20_000;

  private final @Nullable String pointer;
  private final List<Numbered> frames = new ArrayList<>();

  SequenceRule(@Nullable String pointer) {
    this.pointer = pointer;
  }

  private record Numbered(long number, int frame, long nanos) {}

  void frame(Fields fields, int frame, long nanos) {
    if (pointer != null
        && frames.size() < BOUND
        && fields.at(pointer) instanceof Number number
        && number.doubleValue() == number.longValue()) {
      frames.add(new Numbered(number.longValue(), frame, nanos));
    }
  }

  @Override
  public void judge(Course course, Docket docket) {
    NavigableMap<Long, Numbered> known = new TreeMap<>();
    for (Numbered next : frames) {
      Map.Entry<Long, Numbered> last = known.lastEntry();
      Numbered same = known.putIfAbsent(next.number(), next);
      if (same != null) {
        add(docket, DUPLICATE_EVENT, next, same, "each number once", "came twice");
      } else if (last != null && last.getKey() > next.number()) {
        add(
            docket,
            OUT_OF_ORDER,
            next,
            last.getValue(),
            "numbers that rise",
            "came after number " + last.getKey());
      }
    }
    gaps(known, docket);
  }

  private static void gaps(NavigableMap<Long, Numbered> known, Docket docket) {
    Numbered before = null;
    for (Numbered next : known.values()) {
      if (before != null && next.number() - before.number() != 1) {
        add(
            docket,
            MISSING_EVENT,
            next,
            before,
            "number " + (before.number() + 1),
            "follows number %d: what lies between was lost".formatted(before.number()));
      }
      before = next;
    }
  }

  private static void add(
      Docket docket, FindingKind kind, Numbered at, Numbered other, String expected, String what) {
    docket.add(
        kind,
        Step.EVENTS,
        at.nanos(),
        new Words(
            expected,
            "number " + at.number() + " " + what,
            "The stream's numbering is broken: the frame with number %d %s"
                .formatted(at.number(), what)),
        other.frame(),
        at.frame());
  }
}
