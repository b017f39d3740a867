package io.goldenpath.dialect;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.framing.Outgoing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation makes of a message or of the time that passed.
 *
 * @param parts What was said, in the order of its times: several where a message says several
 *     things or releases others that were held back, none where it only asks for a reply.
 * @param replies Messages that the server waits for.
 * @param rules Which rules of the dialect took which messages.
 * @param missed What sign of life the server did not give, so that the connection counts as lost;
 *     null where it gave all.
 */
public record Reading(
    List<Part> parts, List<Outgoing> replies, List<TakenRule> rules, @Nullable String missed) {

  public static final Reading NOTHING = new Reading(List.of(), List.of(), List.of());

  public Reading {
    parts = List.copyOf(parts);
    replies = List.copyOf(replies);
    rules = List.copyOf(rules);
  }

  /** Of a connection that is alive. */
  public Reading(List<Part> parts, List<Outgoing> replies, List<TakenRule> rules) {
    this(parts, replies, rules, null);
  }

  /**
   * One thing that was said.
   *
   * @param text The message as it came; empty where time alone said it.
   * @param number Number of its frame; 0 where time alone said it.
   * @param nanos When it was said.
   */
  public record Part(DecodedFrame decoded, String text, int number, long nanos) {

    /** Shows the kind alone: the text is not redacted yet. */
    @Override
    public String toString() {
      return decoded.toString();
    }
  }
}
