package io.goldenpath.history.store;

import io.goldenpath.model.probe.ProbeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a batch of runs adds to the aggregates, window by window. */
final class AggregateSums {

  private final SortedMap<Window, Aggregate> sums = new TreeMap<>();

  /** One aggregate's place; the order keeps two writers from waiting for each other. */
  record Window(ProbeId probe, AggregateSpan span, Instant start) implements Comparable<Window> {

    private static final Comparator<Window> ORDER =
        Comparator.comparing((Window window) -> window.probe().target())
            .thenComparing(window -> window.probe().journey())
            .thenComparing(Window::span)
            .thenComparing(Window::start);

    @Override
    public int compareTo(Window other) {
      return ORDER.compare(this, other);
    }
  }

  static SortedMap<Window, Aggregate> of(List<RunEntry> entries) {
    AggregateSums sums = new AggregateSums();
    for (RunEntry entry : entries) {
      for (AggregateSpan span : AggregateSpan.values()) {
        sums.add(entry, span);
      }
    }
    return sums.sums;
  }

  private void add(RunEntry entry, AggregateSpan span) {
    ProbeId probe = entry.run().probe();
    add(
        new Window(probe, span, span.windowOf(entry.run().info().startedAt())),
        Aggregate.of(entry.run()));
    for (VerdictSpan verdict : entry.verdicts()) {
      Instant from = verdict.from();
      while (from.isBefore(verdict.to())) {
        Instant window = span.windowOf(from);
        Instant end = earlier(window.plus(span.length()), verdict.to());
        add(
            new Window(probe, span, window),
            Aggregate.of(VerdictTimes.of(verdict.verdict(), Duration.between(from, end))));
        from = end;
      }
    }
  }

  private void add(Window window, Aggregate more) {
    sums.merge(window, more, Aggregate::plus);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
