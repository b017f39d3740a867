package io.goldenpath.history.recording;

import io.goldenpath.history.store.RunEntry;
import io.goldenpath.history.store.VerdictSpan;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of one probe has happened since its last entry. */
final class ProbeRecord {

  private final FrameSelection selection = new FrameSelection();
  private final List<VerdictSpan> spans = new ArrayList<>();
  private Verdict verdict = Verdict.UNKNOWN;
  private @Nullable Instant recordedTo;

  synchronized void changed(Verdict after, Instant since) {
    recordTo(since);
    verdict = after;
  }

  /** As before the start: the time between is nobody's. */
  synchronized void restored(Verdict as) {
    verdict = as;
  }

  synchronized RunEntry entry(Run run, boolean withFrames) {
    recordTo(run.endedAt());
    List<VerdictSpan> verdicts = List.copyOf(spans);
    spans.clear();
    RunEntry entry = withFrames ? selection.select(run, verdict) : RunEntry.withoutFrames(run);
    return entry.with(verdicts);
  }

  /** Where the clock was set back, what was recorded stays. */
  private void recordTo(Instant moment) {
    if (recordedTo == null) {
      recordedTo = moment;
    } else if (recordedTo.isBefore(moment)) {
      spans.add(new VerdictSpan(verdict, recordedTo, moment));
      recordedTo = moment;
    }
  }
}
