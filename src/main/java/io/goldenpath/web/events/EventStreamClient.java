package io.goldenpath.web.events;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** Client of the event stream; holds a thread only while something is being sent. */
final class EventStreamClient {

  private static final int MAX_QUEUED = 16;

  private final SseEmitter emitter;
  private final Executor senders;
  private final Consumer<EventStreamClient> onClose;
  private final Queue<SseEventBuilder> queue = new ArrayDeque<>();
  private int room = MAX_QUEUED;
  private boolean sending;

  EventStreamClient(SseEmitter emitter, Executor senders, Consumer<EventStreamClient> onClose) {
    this.emitter = emitter;
    this.senders = senders;
    this.onClose = onClose;
    emitter.onCompletion(this::unregister);
    emitter.onError(_ -> unregister());
    emitter.onTimeout(this::unregister);
  }

  /** What was missed may be more than may wait later; the id is for who has missed nothing. */
  synchronized void begin(String lastId, List<SseEventBuilder> missed) {
    room += missed.size();
    SseEventBuilder welcome = SseEmitter.event().comment("welcome");
    offer(missed.isEmpty() ? welcome.id(lastId) : welcome);
    missed.forEach(this::offer);
  }

  /** Queued after all that was offered before; never blocks. */
  synchronized void offer(SseEventBuilder event) {
    if (queue.size() >= room) {
      end();
      return;
    }
    queue.add(event);
    if (!sending) {
      sending = true;
      senders.execute(this::send);
    }
  }

  /** Completing waits for a send that is stuck, so it must not run on the caller's thread. */
  void end() {
    unregister();
    senders.execute(emitter::complete);
  }

  private void unregister() {
    onClose.accept(this);
  }

  private void send() {
    try {
      for (SseEventBuilder event = next(); event != null; event = next()) {
        emitter.send(event);
      }
    } catch (IOException | IllegalStateException _) {
      unregister();
    }
  }

  private synchronized @Nullable SseEventBuilder next() {
    SseEventBuilder event = queue.poll();
    sending = event != null;
    return event;
  }
}
