package io.goldenpath.web.probe;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Requests that wait for the end of a run. It hears of runs after the listeners whose data the
 * requests will read.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public final class RunWaiters implements RunListener, AutoCloseable {

  private final Map<ProbeId, EndedRun> ended = new ConcurrentHashMap<>();
  private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** The last run of a probe; one that is not valid is nowhere else the last. */
  record EndedRun(String id, boolean valid) {}

  private record Waiter(String run, CountDownLatch end) {}

  @Override
  public void watching(List<Probe> probes) {
    ended.keySet().retainAll(probes.stream().map(Probe::id).toList());
  }

  @Override
  public void finished(Run run) {
    ended.put(run.probe(), new EndedRun(run.id(), run.valid()));
    waiters.stream()
        .filter(waiter -> waiter.run().equals(run.id()))
        .forEach(waiter -> waiter.end().countDown());
  }

  /** Waits this long at most; empty where the run has not ended by then. */
  Optional<EndedRun> await(ProbeId probe, String run, Duration limit) throws InterruptedException {
    Waiter waiter = new Waiter(run, new CountDownLatch(1));
    waiters.add(waiter);
    try {
      boolean over =
          closed
              || ended(probe, run).isPresent()
              || waiter.end().await(limit.toNanos(), TimeUnit.NANOSECONDS);
      return over ? ended(probe, run) : Optional.empty();
    } finally {
      waiters.remove(waiter);
    }
  }

  /** Early enough for a server that waits for its requests to end. */
  @Override
  @EventListener(ContextClosedEvent.class)
  public void close() {
    closed = true;
    waiters.forEach(waiter -> waiter.end().countDown());
  }

  private Optional<EndedRun> ended(ProbeId probe, String run) {
    return Optional.ofNullable(ended.get(probe)).filter(last -> last.id().equals(run));
  }
}
