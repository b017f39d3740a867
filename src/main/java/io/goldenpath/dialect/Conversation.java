package io.goldenpath.dialect;

import io.goldenpath.contract.event.Question;
import io.goldenpath.framing.Incoming.Message;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is said on one connection in a dialect, used by one thread at a time. Whatever comes, it
 * never throws. It knows no clock: calls say when something happened, in nanoseconds of the
 * monotonic clock.
 */
public interface Conversation {

  /** What is to be sent once the framing is established, in this order. */
  default List<SendStep> opening() {
    return List.of();
  }

  /** All that opens the connection was sent. */
  default Reading opened(long nanos) {
    return Reading.NOTHING;
  }

  /**
   * What asks this question, in this order; the last step is the question itself.
   *
   * @param thread Conversation that it goes on; null for a new one.
   */
  List<SendStep> submit(Question question, @Nullable String thread);

  /** What asks this question in a conversation of its own. */
  default List<SendStep> submit(Question question) {
    return submit(question, null);
  }

  /** What a message says, and what it releases; {@code number} is that of its frame. */
  Reading received(Message message, int number, long nanos);

  /** What the time that has passed says. */
  default Reading elapsed(long nanos) {
    return Reading.NOTHING;
  }

  /** When {@link #elapsed} next has something to say; empty where only messages tell. */
  default OptionalLong next() {
    return OptionalLong.empty();
  }
}
