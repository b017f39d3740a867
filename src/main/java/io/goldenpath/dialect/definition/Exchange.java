package io.goldenpath.dialect.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we send, and what the server says of it.
 *
 * @param resume Opening of a connection that goes on where one was lost; null for the same.
 * @param submit What asks a question; the last step is the question itself.
 * @param accepted How the server accepts a question; null where it does not say.
 */
public record Exchange(
    Opening opening,
    @Nullable Opening resume,
    List<SendRule> submit,
    @Nullable AcceptedRule accepted,
    List<ReplyRule> replies,
    List<HeartbeatRule> heartbeats) {

  public Exchange {
    submit = List.copyOf(submit);
    replies = List.copyOf(replies);
    heartbeats = List.copyOf(heartbeats);
  }

  /**
   * How a connection is opened.
   *
   * @param steps In this order, once the framing is established.
   */
  public record Opening(List<SendRule> steps, ReadyRule ready) {

    public static final Opening NOTHING = new Opening(List.of(), new ReadyRule.AtOnce());

    public Opening {
      steps = List.copyOf(steps);
    }
  }
}
