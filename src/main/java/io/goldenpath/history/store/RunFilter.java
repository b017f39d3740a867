package io.goldenpath.history.store;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are asked for.
 *
 * @param probes Null for those of all probes.
 * @param outcomes Null for any.
 * @param since Only runs that began then or later; null for any.
 * @param before Only runs that come after it in the list; null for the newest.
 */
public record RunFilter(
    @Nullable Set<ProbeId> probes,
    @Nullable Set<Outcome> outcomes,
    @Nullable Instant since,
    @Nullable Cursor before,
    int limit) {

  public RunFilter {
    probes = probes == null ? null : Set.copyOf(probes);
    outcomes = outcomes == null ? null : Set.copyOf(outcomes);
  }

  public RunFilter(
      @Nullable Set<ProbeId> probes,
      @Nullable Outcome outcome,
      @Nullable Cursor before,
      int limit) {
    this(probes, outcome == null ? null : Set.of(outcome), null, before, limit);
  }

  /** Place in the list of runs, newest first, after which a page of it begins. */
  public record Cursor(Instant startedAt, String id) {

    private static final String BETWEEN = "_";

    static final Comparator<Cursor> NEWEST_FIRST =
        Comparator.comparing(Cursor::startedAt).thenComparing(Cursor::id).reversed();

    /** Databases keep moments to the microsecond. */
    public Cursor {
      startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
    }

    public static Cursor at(Run run) {
      return new Cursor(run.info().startedAt(), run.id());
    }

    /**
     * Written as a time alone it is the place before all that began then; empty where it is none.
     */
    public static Optional<Cursor> of(String text) {
      String[] parts = text.split(BETWEEN, 2);
      try {
        return Optional.of(new Cursor(Instant.parse(parts[0]), parts.length < 2 ? "" : parts[1]));
      } catch (DateTimeParseException _) {
        return Optional.empty();
      }
    }

    /** Whether the run of this id comes after it in the list. */
    public boolean isBefore(Instant began, String run) {
      return NEWEST_FIRST.compare(this, new Cursor(began, run)) < 0;
    }

    @Override
    public String toString() {
      return startedAt + BETWEEN + id;
    }
  }
}
