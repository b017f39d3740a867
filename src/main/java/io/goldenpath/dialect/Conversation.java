package io.goldenpath.dialect;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.Question;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
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

  /** What asks this question beside those that have no answer yet. */
  default List<SendStep> submitBeside(Question question) {
    return submit(question);
  }

  /** What a message says, and what it releases; {@code number} is that of its frame. */
  Reading received(Message message, int number, long nanos);

  /**
   * The same of a message that answers what was sent before the latest: it says nothing of that.
   */
  default Reading receivedBeside(Message message, int number, long nanos) {
    DecodedFrame decoded =
        DecodedFrame.of(
            new FrameContent.Notice(message.envelope().name() + " of an earlier operation"));
    return new Reading(
        List.of(new Reading.Part(decoded, message.text(), number, nanos)), List.of(), List.of());
  }

  /** Messages that are to be sent by now unasked, such as heartbeats. Each is given once. */
  default List<Outgoing> due(long nanos) {
    return List.of();
  }

  /** What is certain by now, when all that came before has been received. */
  default Reading elapsed(long nanos) {
    return Reading.NOTHING;
  }

  /** When {@link #due} or {@link #elapsed} next has something; empty where only messages tell. */
  default OptionalLong next() {
    return OptionalLong.empty();
  }
}
