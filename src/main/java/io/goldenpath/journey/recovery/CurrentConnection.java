package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.RecordedSocket;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.EventArrival;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The connection that one user has at the moment, and the latest turn on it. */
final class CurrentConnection {

  /** Kinds that say that nothing came. */
  private static final Set<FindingKind> NOTHING =
      EnumSet.of(
          FindingKind.SILENT,
          FindingKind.STALLED,
          FindingKind.TIMED_OUT,
          FindingKind.NOT_UNDERSTOOD);

  private final UserSession session;
  private final ExpectedErrors expectedErrors = new ExpectedErrors();
  private @Nullable ChatTurn turn;
  private int socketsLeft;
  private List<EventArrival> events = List.of();

  /**
   * @param sockets how many may be opened
   */
  CurrentConnection(UserSession session, int sockets) {
    this.session = session;
    this.socketsLeft = sockets;
  }

  /** Answers to malformed messages that are still due. */
  ExpectedErrors expectedErrors() {
    return expectedErrors;
  }

  /** Connects for the first time; whether the user was welcomed. */
  boolean open() throws InterruptedException {
    socketsLeft--;
    Optional<RecordedSocket> socket = session.connect();
    if (socket.isEmpty()) {
      return false;
    }
    turn = new ChatTurn(session, socket.get());
    return turn.awaitWelcomeOnly();
  }

  /** Whether the user may connect once more. */
  boolean mayReconnect() {
    return socketsLeft > 0;
  }

  /** Connects anew, after the connection was lost; whether a new one was ready in time. */
  boolean reconnect(long lost) throws InterruptedException {
    return reconnect(lost, judgement -> judgement);
  }

  /**
   * Connects anew, after the connection was lost; whether a new one was ready in time.
   *
   * @param listenerFor who is told until the welcome in place of the judgement
   */
  boolean reconnect(long lost, Function<UserJudgement, FrameListener> listenerFor)
      throws InterruptedException {
    socketsLeft--;
    Optional<ChatTurn> next = new ReconnectAttempt(session, lost).run(listenerFor);
    next.ifPresent(found -> turn = found);
    return next.isPresent();
  }

  /** The latest turn on the connection. */
  ChatTurn turn() {
    if (turn == null) {
      throw new IllegalStateException("nothing was ever connected");
    }
    return turn;
  }

  /** A new question on the same connection. */
  ChatTurn nextTurn() {
    turn = turn().nextTurn(judgement -> new LateErrorFilter(judgement, expectedErrors));
    return turn;
  }

  /** Asks and follows the run to its end; whether there was an answer. */
  boolean askAndFollow(@Nullable String after) throws InterruptedException {
    ChatTurn asked = nextTurn();
    asked.askAndFollow();
    return record(asked, after);
  }

  /**
   * Records what a run brought; whether it was an answer.
   *
   * @param after what had happened before, of which the platform has not recovered when nothing
   *     came; null for nothing
   */
  boolean record(ChatTurn asked, @Nullable String after) {
    List<Finding> found = asked.conclude();
    boolean answered = asked.answered();
    session.recorder().add(answered || after == null ? found : asNotRecovered(found, after));
    events = asked.judgement().events();
    return answered;
  }

  /** The events of the last run. */
  List<EventArrival> events() {
    return events;
  }

  /** Ends the connection, if there is one, in any case. */
  void closeNow() throws InterruptedException {
    if (turn != null) {
      turn.socket().closeNow();
    }
  }

  /** One finding in place of those that say that nothing came. */
  private List<Finding> asNotRecovered(List<Finding> found, String after) {
    Finding why =
        found.stream()
            .filter(finding -> NOTHING.contains(finding.kind()))
            .findFirst()
            .orElse(found.getFirst());
    List<Finding> all = new ArrayList<>(found);
    all.removeIf(finding -> NOTHING.contains(finding.kind()));
    Evidence evidence = why.evidence();
    String message = "After %s the golden path failed. %s".formatted(after, why.message());
    all.add(
        Finding.of(
            FindingKind.NOT_RECOVERED,
            Step.EVENTS,
            why.slot(),
            message,
            new Evidence("a golden path", evidence.seen(), evidence.at(), evidence.frames())));
    return all;
  }
}
