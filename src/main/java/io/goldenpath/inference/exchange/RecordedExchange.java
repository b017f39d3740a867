package io.goldenpath.inference.exchange;

import io.goldenpath.inference.chat.ChatMessage;
import io.goldenpath.inference.chat.MessagePlace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was sent, without keep-alives.
 *
 * @param variables What the page makes anew, by name: its kind and scope.
 * @param captures What it took from earlier messages.
 * @param ready Condition of the message after which it could ask; null where it waited for none.
 * @param accepted How the server took the question; null where it did not say.
 */
public record RecordedExchange(
    Map<String, Made> variables,
    List<Taken> captures,
    List<Opening> opening,
    @Nullable String ready,
    @Nullable Accepted accepted,
    List<Heartbeat> heartbeats) {

  public RecordedExchange {
    captures = List.copyOf(captures);
    opening = List.copyOf(opening);
    heartbeats = List.copyOf(heartbeats);
  }

  /** A variable such as {@code uuid}, made for each {@code question} or {@code connection}. */
  public record Made(String kind, String scope) {}

  /** A value of a received message that the page sent back. */
  public record Taken(String when, String variable, MessagePlace place) {}

  /**
   * A message before the question.
   *
   * @param when What it waited for; null for nothing.
   */
  public record Opening(@Nullable String when, ChatMessage message) {}

  /**
   * An acknowledgement of the question.
   *
   * @param refused Whether it has a truth that tells of a refusal.
   */
  public record Accepted(String when, @Nullable MessagePlace refused) {}

  /**
   * A sign of life.
   *
   * @param when Condition of the server's; null where the page sends it by itself.
   * @param send What the page sends; null for nothing.
   * @param everySeconds How often the page does; 0 for an answer.
   */
  public record Heartbeat(@Nullable String when, @Nullable ChatMessage send, long everySeconds) {}
}
