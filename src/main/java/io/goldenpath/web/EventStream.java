package io.goldenpath.web;

import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunListener;
import io.goldenpath.verdict.Standing;
import io.goldenpath.verdict.Verdict;
import io.goldenpath.verdict.VerdictBoard;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells every open page of finished runs and changed verdicts. One thread looks after all clients;
 * a client that does not read is dropped, and comes back by itself.
 */
public final class EventStream implements RunListener, AutoCloseable {

  static final int CLIENTS = 200;

  private static final Logger logger = LoggerFactory.getLogger(EventStream.class);

  private static final int HEARTBEAT = 15;

  private final VerdictBoard board;
  private final Set<EventClient> clients = ConcurrentHashMap.newKeySet();
  private final Map<ProbeId, Verdict> told = new HashMap<>();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("event-stream").daemon(true).factory());
  private int ticks;
  private boolean closed;

  /** A stream without clients. */
  public EventStream(VerdictBoard board) {
    this.board = board;
    timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  /** A new client; empty when there are as many as can be looked after, or at the end. */
  synchronized Optional<SseEmitter> open() {
    if (closed || clients.size() >= CLIENTS) {
      return Optional.empty();
    }
    SseEmitter emitter = new SseEmitter(0L);
    EventClient client = new EventClient(emitter, senders, clients::remove);
    clients.add(client);
    client.offer(SseEmitter.event().comment("welcome"));
    return Optional.of(emitter);
  }

  int clients() {
    return clients.size();
  }

  @Override
  public void finished(Run run) {
    clients.forEach(
        client -> client.offer(SseEmitter.event().name("run").data(RunEventJson.of(run))));
  }

  /** Lets all clients go, early enough for a server that waits for its requests to end. */
  @Override
  @EventListener(ContextClosedEvent.class)
  public synchronized void close() {
    closed = true;
    timer.shutdownNow();
    clients.forEach(EventClient::end);
    senders.shutdown();
  }

  /** Looks for changed verdicts, and lets every client hear now and then that it is not alone. */
  synchronized void tick() {
    try {
      board.standings().forEach(this::tellChange);
      ticks++;
      if (ticks % HEARTBEAT == 0) {
        clients.forEach(client -> client.offer(SseEmitter.event().comment("still here")));
      }
    } catch (RuntimeException ex) {
      logger.error("Open pages may have missed a change of verdict", ex);
    }
  }

  private void tellChange(Standing standing) {
    Verdict before = told.put(standing.probe().id(), standing.verdict());
    if (before != null && before != standing.verdict()) {
      clients.forEach(client ->
          client.offer(SseEmitter.event().name("verdict").data(VerdictEventJson.of(standing))));
    }
  }
}
