package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.DUPLICATE_EVENT;
import static io.goldenpath.model.finding.FindingKind.MISSING_EVENT;
import static io.goldenpath.model.finding.FindingKind.OUT_OF_ORDER;

import io.goldenpath.contract.definition.SequenceNumbering;
import io.goldenpath.contract.definition.SequenceNumbering.Scope;
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

  private final @Nullable SequenceNumbering numbering;
  private final @Nullable Numbered before;
  private final List<Numbered> frames = new ArrayList<>();
  private @Nullable Numbered greatest;
  private int connection;

  SequenceNumberRule(@Nullable SequenceNumbering numbering) {
    this(numbering, null);
  }

  /** Goes on after the greatest number of the question before. */
  private SequenceNumberRule(@Nullable SequenceNumbering numbering, @Nullable Numbered before) {
    this.numbering = numbering;
    this.before = before;
    this.greatest = before;
  }

  private record Numbered(long number, int frame, long nanos, int connection) {}

  /** For another question on the same connection. */
  SequenceNumberRule next() {
    Numbered last = greatest;
    return new SequenceNumberRule(
        numbering,
        last == null || !isOfSocket()
            ? null
            : new Numbered(last.number(), last.frame(), last.nanos(), 0));
  }

  /** {@code asked} tells whether the question was sent before. */
  void frame(FrameFields fields, boolean asked, int frame, long nanos) {
    if (numbering != null
        && (asked || isOfSocket())
        && fields.at(numbering.at()) instanceof Number number
        && number.doubleValue() == number.longValue()) {
      Numbered next = new Numbered(number.longValue(), frame, nanos, connection);
      greatest = greatest == null || next.number() > greatest.number() ? next : greatest;
      if (frames.size() < BOUND) {
        frames.add(next);
      }
    }
  }

  /** Numbers of a connection begin anew with the next one. */
  void reconnected() {
    if (isOfSocket()) {
      connection++;
      greatest = null;
    }
  }

  private boolean isOfSocket() {
    return numbering != null && numbering.scope() == Scope.SOCKET;
  }

  @Override
  public void judge(RunEvents run, Findings findings) {
    for (int of = 0; of <= connection; of++) {
      judge(of, findings);
    }
  }

  private void judge(int of, Findings findings) {
    NavigableMap<Long, Numbered> known = new TreeMap<>();
    long least = Long.MIN_VALUE;
    if (of == 0 && before != null) {
      known.put(before.number(), before);
      least = before.number();
    }
    for (Numbered next : frames.stream().filter(frame -> frame.connection() == of).toList()) {
      Map.Entry<Long, Numbered> last = known.lastEntry();
      Numbered same = next.number() < least ? null : known.putIfAbsent(next.number(), next);
      // a message may say several things, and be read again
      if (same != null && same.frame() != next.frame()) {
        add(findings, DUPLICATE_EVENT, next, same, "each number once", "came twice");
      } else if (same == null && last != null && last.getKey() > next.number()) {
        String what = "came after number " + last.getKey();
        add(findings, OUT_OF_ORDER, next, last.getValue(), "numbers that rise", what);
      }
    }
    gaps(known, numbering == null ? 1 : numbering.step(), findings);
  }

  private static void gaps(NavigableMap<Long, Numbered> known, int step, Findings findings) {
    Numbered last = null;
    for (Numbered next : known.values()) {
      if (last != null && next.number() - last.number() != step) {
        String due = "number " + (last.number() + step);
        if (next.number() - last.number() > step) {
          String what =
              "follows number %d: the frames between are missing".formatted(last.number());
          add(findings, MISSING_EVENT, next, last, due, what);
        } else {
          String what = "follows number %d, where %s is due".formatted(last.number(), due);
          add(findings, OUT_OF_ORDER, next, last, due, what);
        }
      }
      last = next;
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
