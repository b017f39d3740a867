package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.DUPLICATE_EVENT;
import static io.goldenpath.model.finding.FindingKind.MISSING_EVENT;
import static io.goldenpath.model.finding.FindingKind.OUT_OF_ORDER;

import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reports sequence numbers of frames that are missing, repeated or out of order. */
final class SequenceNumberRule implements Rule {

  private static final int BOUND = 20_000;

  private final @Nullable String pointer;
  private final List<Numbered> frames = new ArrayList<>();

  SequenceNumberRule(@Nullable String pointer) {
    this.pointer = pointer;
  }

  private record Numbered(long number, int frame, long nanos) {}

  void frame(FrameFields fields, int frame, long nanos) {
    if (pointer != null
        && frames.size() < BOUND
        && fields.at(pointer) instanceof Number number
        && number.doubleValue() == number.longValue()) {
      frames.add(new Numbered(number.longValue(), frame, nanos));
    }
  }

  @Override
  public void judge(RunEvents run, Findings findings) {
    NavigableMap<Long, Numbered> known = new TreeMap<>();
    for (Numbered next : frames) {
      Map.Entry<Long, Numbered> last = known.lastEntry();
      Numbered same = known.putIfAbsent(next.number(), next);
      if (same != null) {
        add(findings, DUPLICATE_EVENT, next, same, "each number once", "came twice");
      } else if (last != null && last.getKey() > next.number()) {
        String what = "came after number " + last.getKey();
        add(findings, OUT_OF_ORDER, next, last.getValue(), "numbers that rise", what);
      }
    }
    gaps(known, findings);
  }

  private static void gaps(NavigableMap<Long, Numbered> known, Findings findings) {
    Numbered before = null;
    for (Numbered next : known.values()) {
      if (before != null && next.number() - before.number() != 1) {
        long number = before.number();
        String what = "follows number %d: the frames between are missing".formatted(number);
        add(findings, MISSING_EVENT, next, before, "number " + (number + 1), what);
      }
      before = next;
    }
  }

  private static void add(
      Findings findings, FindingKind kind, Numbered at, Numbered other, String due, String what) {
    findings
        .of(kind)
        .at(at.nanos())
        .frames(other.frame(), at.frame())
        .contrast(due, "number " + at.number() + " " + what)
        .says("The stream's numbering is broken: the frame with number %d %s", at.number(), what);
  }
}
