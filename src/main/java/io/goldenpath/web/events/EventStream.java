package io.goldenpath.web.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.run.VerdictChange;
import io.goldenpath.model.run.VerdictListener;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events of finished runs and changed verdicts; drops clients that do not read. Runs
 * after the listeners whose data its clients will fetch.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public final class EventStream implements RunListener, VerdictListener, AutoCloseable {

  static final int MAX_CLIENTS = 200;

  private final Set<EventStreamClient> clients = ConcurrentHashMap.newKeySet();
  private final RecentEvents recent = new RecentEvents();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private boolean closed;

  /**
   * Empty when {@link #MAX_CLIENTS} are connected, and once closed; begins with what came after the
   * last event that the client has had.
   */
  synchronized Optional<SseEmitter> open(@Nullable String last) {
    if (closed || clients.size() >= MAX_CLIENTS) {
      return Optional.empty();
    }
    SseEmitter emitter = new SseEmitter(0L);
    EventStreamClient client = new EventStreamClient(emitter, senders, clients::remove);
    clients.add(client);
    client.begin(recent.lastId(), recent.after(last));
    return Optional.of(emitter);
  }

  public int clients() {
    return clients.size();
  }

  @Override
  public void finished(Run run) {
    send("run", new RunEventJson(run.id(), run.probe(), run.outcome()));
  }

  @Override
  public void changed(VerdictChange change) {
    send("verdict", new VerdictEventJson(change.probe(), change.after(), change.since()));
  }

  /** A comment, so that a lost connection is noticed. */
  @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
  public void heartbeat() {
    clients.forEach(client -> client.offer(SseEmitter.event().comment("heartbeat")));
  }

  /** Early enough for a server that waits for its requests to end. */
  @Override
  @EventListener(ContextClosedEvent.class)
  public synchronized void close() {
    closed = true;
    clients.forEach(EventStreamClient::end);
    senders.shutdown();
  }

  private synchronized void send(String name, Object data) {
    String id = recent.add(name, data);
    clients.forEach(client -> client.offer(RecentEvents.event(id, name, data)));
  }

  /** A run has finished. */
  record RunEventJson(String id, @JsonUnwrapped ProbeId probe, Outcome outcome) {}

  /** A verdict has changed. */
  record VerdictEventJson(@JsonUnwrapped ProbeId probe, Verdict verdict, Instant since) {}
}
