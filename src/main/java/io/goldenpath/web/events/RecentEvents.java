package io.goldenpath.web.events;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** The last events, for clients that come back; ids tell one start of the monitor from another. */
final class RecentEvents {

  static final int MOST = 100;

  private final String start = Long.toHexString(new SecureRandom().nextLong());
  private final Deque<Sent> sent = new ArrayDeque<>();
  private long number;

  private record Sent(long number, String name, Object data) {}

  /** Its id. */
  synchronized String add(String name, Object data) {
    number++;
    sent.addLast(new Sent(number, name, data));
    if (sent.size() > MOST) {
      sent.removeFirst();
    }
    return id(number);
  }

  /** Of the newest, or where there is none yet, of the place before the first. */
  synchronized String lastId() {
    return id(number);
  }

  /** All that came after the one of this id; where not all of it is known, an event says so. */
  synchronized List<SseEventBuilder> after(@Nullable String last) {
    if (last == null || last.equals(id(number))) {
      return List.of();
    }
    for (Sent event : sent) {
      if (last.equals(id(event.number() - 1))) {
        return sent.stream()
            .filter(later -> later.number() >= event.number())
            .map(later -> event(id(later.number()), later.name(), later.data()))
            .toList();
      }
    }
    return List.of(event(id(number), "missed", "{}"));
  }

  static SseEventBuilder event(String id, String name, Object data) {
    return SseEmitter.event().id(id).name(name).data(data);
  }

  private String id(long of) {
    return start + "-" + of;
  }
}
