package io.goldenpath.model.probe;

import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a journey tries beyond walking the path once, as its settings say. */
public sealed interface JourneySpec {

  default JourneyKind journey() {
    return switch (this) {
      case GoldenPath _ -> JourneyKind.GOLDEN_PATH;
      case Isolation _ -> JourneyKind.ISOLATION;
      case Recovery _ -> JourneyKind.RECOVERY;
      case Refusal _ -> JourneyKind.REFUSAL;
    };
  }

  /** How many of the target's users take part at once. */
  default int users() {
    return this instanceof Isolation isolation ? isolation.askers() + isolation.listeners() : 1;
  }

  /** How many of them ask. */
  default int askers() {
    return 1;
  }

  /** How many sockets one run opens at most. */
  default int sockets() {
    return users();
  }

  /** The path, and nothing beyond it. */
  record GoldenPath() implements JourneySpec {}

  /**
   * Several users at once.
   *
   * @param askers how many walk the path
   * @param minSuccessPercent share of them, in percent, whose path must be good
   * @param listeners how many are connected besides and ask nothing
   * @param foreignThread whether one of them asks on another's thread and must be refused
   * @param socketPerQuestion whether each question may need a socket of its own
   */
  record Isolation(
      int askers,
      int minSuccessPercent,
      int listeners,
      boolean foreignThread,
      boolean socketPerQuestion)
      implements JourneySpec {

    /** Of users who keep their sockets. */
    public Isolation(int askers, int minSuccessPercent, int listeners, boolean foreignThread) {
      this(askers, minSuccessPercent, listeners, foreignThread, false);
    }

    @Override
    public int sockets() {
      return users() + (foreignThread && socketPerQuestion ? 1 : 0);
    }

    /** Whether the path of enough users is good where that of so many is not. */
    public boolean tolerates(int failed) {
      return (askers - failed) * 100L >= (long) minSuccessPercent * askers;
    }
  }

  /**
   * Malformed messages and lost connections.
   *
   * @param disconnectAfter event after which it is
   * @param reconnects how often the user connects again in quick succession
   * @param burst how many questions are sent at once
   * @param socketPerQuestion whether each question may need a socket of its own
   */
  record Recovery(
      DisconnectMode disconnect,
      String disconnectAfter,
      ReconnectStrategy strategy,
      List<MalformedMessage> malformed,
      int reconnects,
      int burst,
      boolean socketPerQuestion)
      implements JourneySpec {

    public Recovery {
      malformed = List.copyOf(malformed);
    }

    /** Of a user whose questions share sockets. */
    public Recovery(
        DisconnectMode disconnect,
        String disconnectAfter,
        ReconnectStrategy strategy,
        List<MalformedMessage> malformed,
        int reconnects,
        int burst) {
      this(disconnect, disconnectAfter, strategy, malformed, reconnects, burst, false);
    }

    /** A message that nobody understands may cost a connection, too. */
    @Override
    public int sockets() {
      int losses = (malformed.isEmpty() ? 0 : 1) + (disconnect == DisconnectMode.NONE ? 0 : 1);
      return 1 + losses + reconnects + (socketPerQuestion ? questions() - 1 : 0);
    }

    /** Malformed ones, the path after them, and that which is cut. */
    private int questions() {
      return malformed.size() + (disconnect == DisconnectMode.NONE ? 1 : 2);
    }
  }

  /**
   * Bad tokens.
   *
   * @param tokens which are tried, each followed by a good one
   * @param givenTokens those that are not made from the user's own
   * @param revoke request that logs the user out, whose open socket must end; null for none
   */
  record Refusal(
      List<BadToken> tokens, Map<BadToken, Secret> givenTokens, @Nullable RequestTemplate revoke)
      implements JourneySpec {

    public Refusal {
      tokens = List.copyOf(tokens);
      givenTokens = Map.copyOf(givenTokens);
    }

    /** A bad and a good one for each token, the path at the end, and the revoked one. */
    @Override
    public int sockets() {
      return 2 * tokens.size() + 1 + (revoke == null ? 0 : 1);
    }
  }

  /** How a connection is lost. */
  enum DisconnectMode {
    /** We close it with 1000. */
    CLIENT,
    RESET,
    /** The target is expected to end it. */
    SERVER,
    NONE
  }

  /** How a user goes on after a lost connection. */
  enum ReconnectStrategy {
    /** The rest of the run arrives on the new connection. */
    RESUME,
    /** The user asks anew. */
    RESEND,
    /** Whichever comes first. */
    EITHER
  }

  /** A message that no platform understands. */
  enum MalformedMessage {
    BROKEN_JSON,
    EMPTY,
    ARRAY,
    /** A question without a text. */
    MISSING_FIELDS,
    /** A type that is a number, a text that is a list. */
    WRONG_TYPES,
    /** More than the server says that it takes. */
    OVERSIZED
  }

  /** A token that the target must refuse. */
  enum BadToken {
    NONE,
    GARBAGE,
    EXPIRED,
    /** A token that somebody else has signed. */
    FOREIGN
  }
}
