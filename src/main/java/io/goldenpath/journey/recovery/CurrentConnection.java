package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.RunContext;
import io.goldenpath.journey.chat.TurnOptions;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.run.EarlierRunIds;
import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.wire.websocket.UpgradeCall;
import io.goldenpath.wire.websocket.WebSocket;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The connection that one user has at the moment, and what was asked on it. */
final class CurrentConnection {

  /** By these it is said that nothing came. */
  private static final Set<FindingKind> NOTHING =
      EnumSet.of(
          FindingKind.SILENT,
          FindingKind.STALLED,
          FindingKind.TIMED_OUT,
          FindingKind.NOT_UNDERSTOOD);

  private final RunContext context;
  private final UserSession session;
  private final EarlierRunIds earlierRuns;
  private final ExpectedErrors expectedErrors;
  private @Nullable ChatTurn turn;
  private int socketsLeft;
  private List<EventArrival> events = List.of();

  /**
   * @param sockets how many may be opened
   */
  CurrentConnection(
      RunContext context,
      UserSession session,
      EarlierRunIds earlierRuns,
      ExpectedErrors expectedErrors,
      int sockets) {
    this.context = context;
    this.session = session;
    this.earlierRuns = earlierRuns;
    this.expectedErrors = expectedErrors;
    this.socketsLeft = sockets;
  }

  /** Connects for the first time; whether the user was welcomed. */
  boolean open(UpgradeCall upgrade) throws InterruptedException {
    socketsLeft--;
    Optional<WebSocket> socket = session.connect(upgrade);
    if (socket.isEmpty()) {
      return false;
    }
    turn = new ChatTurn(context, session, earlierRuns, socket.get(), TurnOptions.of(context));
    return turn.awaitWelcomeOnly();
  }

  /** Whether the user may connect once more. */
  boolean mayReconnect() {
    return socketsLeft > 0;
  }

  /**
   * Connects anew, after the connection was lost; whether a new one was ready in time.
   *
   * @param listenerFor who is told until the welcome in place of the judgement
   */
  boolean reconnect(long lost, Function<UserJudgement, FrameListener> listenerFor)
      throws InterruptedException {
    socketsLeft--;
    Optional<ChatTurn> next =
        new ReconnectAttempt(context, session, earlierRuns, lost).run(listenerFor);
    next.ifPresent(found -> turn = found);
    return next.isPresent();
  }

  /** What is said on the connection now. */
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

  /** Walks the golden path from the question on; whether there was an answer. */
  boolean askAndFollow(@Nullable String after) throws InterruptedException {
    ChatTurn asked = nextTurn();
    asked.askAndFollow();
    return record(asked, after);
  }

  /**
   * Notes what a run brought; whether it was an answer.
   *
   * @param after what had happened before, of which the platform has not recovered when nothing
   *     came; null for nothing
   */
  boolean record(ChatTurn asked, @Nullable String after) {
    List<Finding> found = asked.conclude();
    boolean answered = asked.judgement().terminalAt().isPresent();
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
      turn.closeNow();
    }
  }

  /** That nothing came is the sign by which it is known, and no second finding. */
  private List<Finding> asNotRecovered(List<Finding> found, String after) {
    List<Finding> all = new ArrayList<>();
    found.stream().filter(finding -> !NOTHING.contains(finding.kind())).forEach(all::add);
    Finding why =
        found.stream()
            .filter(finding -> NOTHING.contains(finding.kind()))
            .findFirst()
            .or(() -> found.stream().findFirst())
            .orElseThrow();
    Evidence evidence = why.evidence();
    String message = "After %s no golden path can be walked. %s".formatted(after, why.message());
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
