package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.EventArrival;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A user's current connection, replaced by each reconnect, and the latest turn on it. */
final class CurrentConnection {

  /** Kinds of findings that mean that no answer came. */
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
  private boolean asked;
  private List<EventArrival> events = List.of();

  CurrentConnection(UserSession session, int sockets) {
    this.session = session;
    this.socketsLeft = sockets;
  }

  ExpectedErrors expectedErrors() {
    return expectedErrors;
  }

  /** Opens the first connection; false when no welcome came. */
  boolean open() throws InterruptedException {
    socketsLeft--;
    return connect();
  }

  private boolean connect() throws InterruptedException {
    asked = false;
    Optional<ChatTurn> first = ChatTurn.open(session);
    turn = first.orElse(null);
    return first.isPresent() && first.get().awaitWelcomeOnly();
  }

  boolean mayReconnect() {
    return socketsLeft > 0;
  }

  boolean reconnect(long lost) throws InterruptedException {
    return reconnect(lost, judgement -> judgement);
  }

  /** False when no connection was ready in time; the listener gets its frames until the welcome. */
  boolean reconnect(long lost, Function<UserJudgement, FrameListener> listenerFor)
      throws InterruptedException {
    socketsLeft--;
    Optional<ChatTurn> next = new ReconnectAttempt(session, lost).run(listenerFor);
    next.ifPresent(found -> turn = found);
    asked = false;
    return next.isPresent();
  }

  ChatTurn turn() {
    if (turn == null) {
      throw new IllegalStateException("nothing was ever connected");
    }
    return turn;
  }

  /** Whether each question gets a connection of its own. */
  boolean perQuestion() {
    return session.context().dialect().connectsPerQuestion();
  }

  /** For the next question; empty where it needs a connection of its own, and got none. */
  Optional<ChatTurn> nextTurn() throws InterruptedException {
    if (asked && perQuestion()) {
      turn().close();
      session.recorder().note("connects anew, as for each question");
      socketsLeft--;
      if (!connect()) {
        return Optional.empty();
      }
    }
    asked = true;
    turn = turn().nextTurn(expectedErrors::filter);
    return Optional.of(turn);
  }

  boolean askAndFollow(@Nullable String after) throws InterruptedException {
    Optional<ChatTurn> question = nextTurn();
    if (question.isEmpty()) {
      return false;
    }
    question.get().askAndFollow();
    return record(question.get(), after);
  }

  /** Whether an answer came; {@code after} is what the platform else has not recovered from. */
  boolean record(ChatTurn asked, @Nullable String after) {
    List<Finding> found = asked.conclude();
    boolean answered = asked.answered();
    if (answered || after == null) {
      session.recorder().add(found);
    } else {
      addNotRecovered(found, after);
    }
    events = asked.judgement().events();
    return answered;
  }

  List<EventArrival> events() {
    return events;
  }

  void closeNow() throws InterruptedException {
    if (turn != null) {
      turn.socket().closeNow();
    }
  }

  private void addNotRecovered(List<Finding> found, String after) {
    Predicate<Finding> nothing = finding -> NOTHING.contains(finding.kind());
    Finding why = found.stream().filter(nothing).findFirst().orElse(found.getFirst());
    session.recorder().add(found.stream().filter(nothing.negate()).toList());
    session
        .recorder()
        .finding(FindingKind.NOT_RECOVERED)
        .in(Step.EVENTS)
        .at(why.evidence().at())
        .doubtful(why.evidence().doubtful())
        .frames(why.evidence().frames())
        .contrast("a golden path", why.evidence().seen())
        .says("After %s the golden path failed. %s", after, why.message());
  }
}
