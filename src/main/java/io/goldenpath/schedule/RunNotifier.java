package io.goldenpath.schedule;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.SkippedRun;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notifies all listeners. One that throws is logged, and the others are still notified. */
final class RunNotifier {

  private static final Logger logger = LoggerFactory.getLogger(RunNotifier.class);

  private final List<RunListener> listeners;
  private final UnaryOperator<Run> marks;

  RunNotifier(List<RunListener> listeners) {
    this(listeners, run -> run);
  }

  /** Puts these marks on a finished run before anybody hears of it. */
  RunNotifier(List<RunListener> listeners, UnaryOperator<Run> marks) {
    this.listeners = List.copyOf(listeners);
    this.marks = marks;
  }

  void notifyFinished(Run run) {
    Run marked = marks.apply(run);
    notifyListeners(listener -> listener.finished(marked));
  }

  void notifyListeners(Consumer<RunListener> news) {
    for (RunListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException | Error failure) {
        logger.warn(
            "Listener {} failed; the other listeners are still notified",
            listener.getClass().getSimpleName(),
            failure);
      }
    }
  }

  void notifySkipped(ProbeId probe, SkippedRun skipped) {
    logger.debug("A run of {} was skipped: {}", probe, skipped.why());
    notifyListeners(listener -> listener.skipped(probe, skipped));
  }
}
