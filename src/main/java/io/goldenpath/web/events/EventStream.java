package io.goldenpath.web.events;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.verdict.ProbeState;
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

  static final int MAX_CLIENTS = 200;

  private static final Logger logger = LoggerFactory.getLogger(EventStream.class);

  private static final int HEARTBEAT_TICKS = 15;

  private final VerdictBoard board;
  private final Set<EventStreamClient> clients = ConcurrentHashMap.newKeySet();
  private final Map<ProbeId, Verdict> lastVerdicts = new HashMap<>();
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
    if (closed || clients.size() >= MAX_CLIENTS) {
      return Optional.empty();
    }
    SseEmitter emitter = new SseEmitter(0L);
    EventStreamClient client = new EventStreamClient(emitter, senders, clients::remove);
    clients.add(client);
    client.offer(SseEmitter.event().comment("welcome"));
    return Optional.of(emitter);
  }

  public int clients() {
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
    clients.forEach(EventStreamClient::end);
    senders.shutdown();
  }

  /** Looks for changed verdicts, and lets every client hear now and then that it is not alone. */
  public synchronized void tick() {
    try {
      board.states().forEach(this::sendChange);
      ticks++;
      if (ticks % HEARTBEAT_TICKS == 0) {
        clients.forEach(client -> client.offer(SseEmitter.event().comment("still here")));
      }
    } catch (RuntimeException ex) {
      logger.error("Open pages may have missed a change of verdict", ex);
    }
  }

  private void sendChange(ProbeState state) {
    Verdict before = lastVerdicts.put(state.probe().id(), state.verdict());
    if (before != null && before != state.verdict()) {
      clients.forEach(client ->
          client.offer(SseEmitter.event().name("verdict").data(VerdictEventJson.of(state))));
    }
  }
}
