package io.goldenpath.history;

import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of runs, newest first and without their frames.
 *
 * @param next Place in the list to go on from; null where there is nothing more. A page may be
 *     short, or empty, and yet not the last: only so many runs are looked through for it.
 */
public record FoundRuns(List<Run> runs, @Nullable Cursor next) {

  public FoundRuns {
    runs = List.copyOf(runs);
  }
}
