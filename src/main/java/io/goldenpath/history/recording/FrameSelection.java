package io.goldenpath.history.recording;

import io.goldenpath.history.store.AggregateSpan;
import io.goldenpath.history.store.RunEntry;
import io.goldenpath.history.store.RunEntry.OtherFrames;
import io.goldenpath.history.store.RunEntry.RunFrames;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs of one probe keep their frames: of good ones one an hour, and the last one before each
 * change of verdict; of those in an incident, which the first run that does not pass begins and the
 * first that passes with the verdict up ends, the first and the last ten, the first of each cause
 * and one an hour.
 */
final class FrameSelection {

  private Verdict verdict = Verdict.UNKNOWN;

  /** Null where its frames are kept anyway. */
  private @Nullable Run lastGood;

  private @Nullable Instant goodHour;
  private @Nullable Incident incident;

  /** Takes the verdict after the run. */
  RunEntry select(Run run, Verdict current) {
    RunFrames wanted = current == verdict ? null : lastGoodFrames();
    verdict = current;
    if (run.outcome() == Outcome.PASSED && current == Verdict.UP) {
      incident = null;
      return selectGood(run).with(new OtherFrames(null, wanted));
    }
    incident = incident == null ? new Incident() : incident;
    return RunEntry.withFrames(run).with(new OtherFrames(incident.add(run), wanted));
  }

  private @Nullable RunFrames lastGoodFrames() {
    Run good = lastGood;
    lastGood = null;
    return good == null ? null : RunFrames.of(good);
  }

  private RunEntry selectGood(Run run) {
    Instant hour = hour(run);
    boolean first = !hour.equals(goodHour);
    goodHour = hour;
    lastGood = first ? null : run;
    return first ? RunEntry.withFrames(run) : RunEntry.withoutFrames(run);
  }

  private static Instant hour(Run run) {
    return AggregateSpan.HOUR.windowOf(run.info().startedAt());
  }

  private static final class Incident {

    private static final int FIRST = 10;
    private static final int LAST = 10;

    private final Set<FindingKind> causes = EnumSet.noneOf(FindingKind.class);
    private final Deque<String> last = new ArrayDeque<>();
    private @Nullable Instant hour;
    private int runs;

    /** The run whose frames are no longer among the last ones; null where none is. */
    private @Nullable String add(Run run) {
      runs++;
      boolean newHour = !hour(run).equals(hour);
      hour = hour(run);
      boolean newCause = run.reason().map(Finding::kind).map(causes::add).orElse(false);
      last.addLast(runs <= FIRST || newHour || newCause ? "" : run.id());
      String left = last.size() > LAST ? last.removeFirst() : "";
      return left.isEmpty() ? null : left;
    }
  }
}
