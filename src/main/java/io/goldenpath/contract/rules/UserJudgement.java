package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.DROPPED;

import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.stream.Outage;
import io.goldenpath.contract.stream.OwnRunDetector;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stalls;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judgement of one user's connection as it goes on. */
public final class UserJudgement implements FrameListener {

  private final RunExpectations expectations;
  private final long start;
  private final Findings findings;
  private final OwnRunDetector ownRun;
  private final ErrorReports errors;
  private final IdentityLeakRule identityLeaks;
  private final SequenceNumberRule sequence;
  private final WelcomePhase welcome;
  private @Nullable EventsPhase events;
  private @Nullable ConnectionEnd expectedEnd;
  private boolean expectsDisconnect;
  private boolean over;

  /** Without stalls of ours. */
  public UserJudgement(RunExpectations expectations, long startNanos) {
    this(expectations, startNanos, Stalls.NONE);
  }

  public UserJudgement(RunExpectations expectations, long startNanos, Stalls stalls) {
    this(
        expectations,
        startNanos,
        stalls,
        new SequenceNumberRule(expectations.contract().strictness().sequence()));
  }

  private UserJudgement(
      RunExpectations expectations, long startNanos, Stalls stalls, SequenceNumberRule sequence) {
    this.sequence = sequence;
    this.expectations = expectations;
    this.start = startNanos;
    this.findings = new Findings(expectations.identity().slot(), startNanos);
    this.ownRun =
        new OwnRunDetector(
            expectations.contract(),
            expectations.question(),
            expectations.identity().earlierRuns());
    this.errors = new ErrorReports(findings, stalls, expectations.closeCodes());
    this.identityLeaks =
        new IdentityLeakRule(expectations.identity().slot(), expectations.identity().subject());
    this.welcome = new WelcomePhase(expectations.limits().welcome(), ownRun, errors);
  }

  public void connected(long nanos) {
    welcome.connected(nanos);
  }

  /** Before the welcome comes the handshake of this protocol; empty for none. */
  public void awaitsHandshake(String protocol) {
    welcome.awaitsHandshake(protocol);
  }

  /** The server ends connections that give no sign of life for about as long. */
  public void heartbeat(Duration interval) {
    errors.heartbeat(interval);
  }

  @Override
  public void opened() {
    welcome.awaitsHandshake("");
  }

  @Override
  public void frame(DecodedFrame decoded, int number, long nanos) {
    elapsed(nanos);
    sequence.frame(decoded.fields(), events != null, number, nanos);
    if (!over) {
      Step step = events == null ? Step.WELCOME : Step.EVENTS;
      boolean foreign = identityLeaks.isForeign(decoded, step, number, nanos);
      phase().frame(decoded, foreign, number, nanos);
      endWithPhase();
    }
  }

  /** Whether the question may be sent. */
  public boolean ready() {
    return !over && events == null && welcome.ready() != null;
  }

  /** Reports a finding, and ends the judgement, where the message is too long. */
  public boolean allowsMessage(int bytes, long nanos) {
    boolean allowed = welcome.allowsMessage(bytes, nanos);
    endWithPhase();
    return allowed;
  }

  /** Ends the judgement, unless the run has begun all the same. */
  public void unsent(UnsentQuestion why, long nanos) {
    elapsed(nanos);
    if (!over) {
      why.report(errors, nanos);
      if (!phase().began()) {
        phase().finish();
        endWithPhase();
      }
    }
  }

  public void sent(long nanos) {
    events = new EventsPhase(expectations, ownRun, errors, sequence, nanos);
  }

  @Override
  public void closed(ConnectionEnd end, long nanos) {
    elapsed(nanos);
    if (over) {
      return;
    }
    if (expectsDisconnect
        && events != null
        && ConnectionEndDiagnosis.kind(end, expectations.closeCodes()) == DROPPED) {
      expectedEnd = end;
    } else {
      phase().closed(end, nanos);
      endWithPhase();
    }
  }

  @Override
  public void elapsed(long nanos) {
    if (!over) {
      phase().elapsed(nanos);
      endWithPhase();
    }
  }

  /** Judgement of another question on this connection; {@code earlier} are ids of past runs. */
  public UserJudgement nextQuestion(Question question, Set<String> earlier, long nanos) {
    Set<String> past = new HashSet<>(ownRun.pastRuns());
    past.addAll(earlier);
    UserJudgement next =
        new UserJudgement(
            expectations.forQuestion(question, past), start, errors.stalls(), sequence.next());
    next.welcome.welcomed(nanos, welcome.maxMessageBytes());
    next.errors.heartbeat(errors.heartbeat());
    return next;
  }

  /** A connection that is lost during the run no longer ends the judgement. */
  public void expectDisconnect() {
    expectsDisconnect = true;
  }

  public Optional<ConnectionEnd> expectedEnd() {
    return Optional.ofNullable(expectedEnd);
  }

  /** The time between is not held against the run. */
  public void reconnected(long lost, long found) {
    expectsDisconnect = false;
    sequence.reconnected();
    if (events != null) {
      events.reconnected(new Outage(lost, found));
    }
  }

  /** Whether a connection that was lost at this moment may be so because we stood still. */
  public boolean doubtfulDrop(long nanos) {
    return errors.mayHaveGivenUp(nanos);
  }

  public OptionalInt maxMessageBytes() {
    Integer max = welcome.maxMessageBytes();
    return max == null ? OptionalInt.empty() : OptionalInt.of(max);
  }

  /** What would have come later is not held against anybody. */
  public void userLeft(long nanos) {
    elapsed(nanos);
    if (!over) {
      phase().finish();
      end(!findings.failed());
    }
  }

  /** The whole run took too long: what it waits for counts as missing. */
  public void timedOut(Duration timeout, long nanos) {
    elapsed(nanos);
    if (over) {
      return;
    }
    if (terminalAt().isEmpty() && !errors.endedInError()) {
      phase().reportTimedOut(timeout, start, nanos);
    }
    phase().finish();
    endWithPhase();
  }

  @Override
  public Deadline deadline() {
    return over ? welcome.deadline() : phase().deadline();
  }

  @Override
  public boolean over() {
    return over;
  }

  /** Sorted by time, and complete once the judgement is over. */
  public List<Finding> findings() {
    return findings.all();
  }

  public List<EventArrival> events() {
    return events == null ? List.of() : events.run().arrivals(start);
  }

  public Optional<String> runId() {
    return ownRun.ownRun();
  }

  /** Monotonic nanoseconds; empty where no welcome came. */
  public OptionalLong readyAt() {
    Long ready = welcome.ready();
    return ready == null ? OptionalLong.empty() : OptionalLong.of(ready);
  }

  /** Monotonic nanoseconds; empty where the run did not end. */
  public OptionalLong terminalAt() {
    return events == null
        ? OptionalLong.empty()
        : events.run().terminal().stream().mapToLong(TimedEvent::nanos).findFirst();
  }

  private Phase phase() {
    return events == null ? welcome : events;
  }

  private void endWithPhase() {
    if (phase().over() && !over) {
      end(phase().endedWell());
    }
  }

  private void end(boolean well) {
    over = true;
    welcome.finish();
    errors.resolve(well, phase().began());
    identityLeaks.report(findings);
  }
}
