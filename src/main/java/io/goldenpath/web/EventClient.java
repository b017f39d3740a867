package io.goldenpath.web;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** One reader of the event stream. Only while something is being sent does it hold a thread. */
final class EventClient {

  private static final int WAITING = 16;

  private final SseEmitter emitter;
  private final Executor senders;
  private final Consumer<EventClient> gone;
  private final Queue<SseEventBuilder> waiting = new ArrayDeque<>();
  private boolean sending;

  EventClient(SseEmitter emitter, Executor senders, Consumer<EventClient> gone) {
    this.emitter = emitter;
    this.senders = senders;
    this.gone = gone;
    emitter.onCompletion(this::leave);
    emitter.onError(_ -> leave());
    emitter.onTimeout(this::leave);
  }

  /** Sends this after all that was offered before, and never waits for it. */
  synchronized void offer(SseEventBuilder event) {
    if (waiting.size() >= WAITING) {
      end();
      return;
    }
    waiting.add(event);
    if (!sending) {
      sending = true;
      senders.execute(this::send);
    }
  }

  /** Completing waits for a send that is stuck, so it is nothing for the caller's thread. */
  void end() {
    leave();
    senders.execute(emitter::complete);
  }

  private void leave() {
    gone.accept(this);
  }

  private void send() {
    try {
      for (SseEventBuilder event = next(); event != null; event = next()) {
        emitter.send(event);
      }
    } catch (IOException | IllegalStateException _) {
      leave();
    }
  }

  private synchronized @Nullable SseEventBuilder next() {
    SseEventBuilder event = waiting.poll();
    sending = event != null;
    return event;
  }
}
