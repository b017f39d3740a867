package io.goldenpath.schedule;

import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.RunListener;
import io.goldenpath.probe.SkipReason;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All listeners. One that throws is logged, and the next hears all the same. */
final class Audience {

  private static final Logger logger = LoggerFactory.getLogger(Audience.class);

  private final List<RunListener> listeners;

  Audience(List<RunListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  void tell(Consumer<RunListener> news) {
    for (RunListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException | Error failure) {
        logger.warn(
            "Listener {} failed; the others are told all the same",
            listener.getClass().getSimpleName(),
            failure);
      }
    }
  }

  void tellSkipped(ProbeId probe, SkipReason reason) {
    logger.debug("A run of {} was skipped: {}", probe, reason.label());
    tell(listener -> listener.skipped(probe, reason));
  }
}
