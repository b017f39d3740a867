package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.DROPPED;
import static io.goldenpath.probe.FindingKind.MESSAGE_TOO_LARGE;
import static io.goldenpath.probe.FindingKind.TIMED_OUT;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.EventMark;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Step;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one user's connection as it goes on. */
public final class Judgement implements Hearer {

  private final Promise promise;
  private final long start;
  private final Docket docket;
  private final Runs runs;
  private final Errors errors;
  private final Identities identities;
  private final Greeting greeting;
  private @Nullable Conversation conversation;
  private @Nullable Ending cut;
  private boolean awaitsCut;
  private boolean over;

  /** A judgement of one connection within a run that began at this reading of the clock. */
  public Judgement(Promise promise, long startNanos) {
    this.promise = promise;
    this.start = startNanos;
    this.docket = new Docket(promise.identity().slot(), startNanos);
    this.runs =
        new Runs(promise.contract(), promise.question().nonce(), promise.identity().earlierRuns());
    this.errors = new Errors(docket);
    this.identities = new Identities(promise.identity().subject());
    this.greeting = new Greeting(promise.limits().welcome(), runs, errors, docket);
  }

  /** The socket is open, and the welcome is awaited. */
  public void connected(long nanos) {
    greeting.connected(nanos);
  }

  @Override
  public void frame(Heard heard, int number, long nanos) {
    elapsed(nanos);
    if (over) {
      return;
    }
    Step step = conversation == null ? Step.WELCOME : Step.EVENTS;
    boolean foreign = identities.foreign(heard.owners(), step, number, nanos);
    if (conversation != null) {
      conversation.frame(heard, foreign, number, nanos);
      endWith(conversation);
    } else if (!foreign || heard.reading() instanceof Reading.Ready) {
      greeting.frame(heard.reading(), number, nanos);
    }
  }

  /** Whether the welcome has come and nothing has ended since. */
  public boolean ready() {
    return !over && conversation == null && greeting.ready() != null;
  }

  /** Whether a message of this length may be sent; if not, that is the finding. */
  public boolean fits(int bytes, long nanos) {
    Integer max = greeting.maxMessage();
    if (max == null || bytes <= max) {
      return true;
    }
    docket.add(
        MESSAGE_TOO_LARGE,
        Step.SEND,
        nanos,
        new Words(
            "a message of at most " + max + " bytes",
            bytes + " bytes",
            "The question of %d bytes was not sent: the server takes %d bytes at most"
                .formatted(bytes, max)));
    end(false, false);
    return false;
  }

  /** The question was sent. */
  public void sent(long nanos) {
    conversation = new Conversation(promise, runs, errors, docket, nanos);
  }

  @Override
  public void closed(Ending ending, long nanos) {
    elapsed(nanos);
    if (over) {
      return;
    }
    if (awaitsCut && conversation != null && EndingWords.kind(ending) == DROPPED) {
      cut = ending;
    } else if (conversation != null) {
      conversation.closed(ending, nanos);
      endWith(conversation);
    } else {
      errors.ended(ending, step(), greeting.since(nanos), nanos);
      end(false, false);
    }
  }

  @Override
  public void elapsed(long nanos) {
    if (over) {
      return;
    }
    if (conversation != null) {
      conversation.elapsed(nanos);
      endWith(conversation);
    } else if (greeting.ready() == null && deadline().reached(nanos)) {
      greeting.missed();
      end(false, false);
    }
  }

  /**
   * A judgement of another question on the same connection, which is welcome already.
   *
   * @param earlier ids of runs that this user started before
   */
  public Judgement again(Question question, Set<String> earlier, long nanos) {
    Set<String> past = new HashSet<>(runs.past());
    past.addAll(earlier);
    Judgement next = new Judgement(promise.of(question, past), start);
    next.greeting.welcomed(nanos, greeting.maxMessage());
    return next;
  }

  /** From now on a connection that is lost in the middle of the run ends nothing. */
  public void awaitCut() {
    awaitsCut = true;
  }

  /** How the connection was lost, where that was awaited; empty while it was not. */
  public Optional<Ending> cut() {
    return Optional.ofNullable(cut);
  }

  /** The run goes on over another connection: the time between is not held against it. */
  public void resumed(long lost, long found) {
    awaitsCut = false;
    if (conversation != null) {
      conversation.resumed(new Outage(lost, found));
    }
  }

  /** Bytes of the longest message that the server says it takes; empty when it does not say. */
  public OptionalInt maxMessage() {
    Integer max = greeting.maxMessage();
    return max == null ? OptionalInt.empty() : OptionalInt.of(max);
  }

  /** The user leaves of their own accord: what would have come is not held against anybody. */
  public void left(long nanos) {
    elapsed(nanos);
    if (over) {
      return;
    }
    if (conversation != null) {
      conversation.finish();
    }
    end(!docket.failed(), conversation != null && conversation.course().last().isPresent());
  }

  /** The run's own time is up: whatever it waits for did not come. */
  public void timedOut(Duration timeout, long nanos) {
    elapsed(nanos);
    if (over) {
      return;
    }
    boolean answered = conversation != null && conversation.course().terminal().isPresent();
    if (!answered && !errors.last()) {
      docket.add(
          TIMED_OUT,
          step(),
          nanos,
          new Words(
              "a run within " + Words.took(timeout),
              "still in " + step().label(),
              "The run's whole time of %s was up while it was still in step %s"
                  .formatted(Words.took(timeout), step().label())));
    }
    if (conversation != null) {
      conversation.finish();
      endWith(conversation);
    } else {
      end(false, false);
    }
  }

  @Override
  public Deadline deadline() {
    if (conversation != null && !over) {
      return conversation.deadline();
    }
    return over || greeting.ready() != null
        ? Deadline.after(greeting.deadline().nanos(), Duration.ofDays(1))
        : greeting.deadline();
  }

  @Override
  public boolean over() {
    return over;
  }

  /** Every broken promise, by time; complete once the judgement is over. */
  public List<Finding> findings() {
    return docket.findings();
  }

  /** The run's agent events so far. */
  public List<EventMark> events() {
    return conversation == null
        ? List.of()
        : Marks.of(promise.contract(), conversation.course(), start);
  }

  /** The id of the user's run, where the platform names one. */
  public Optional<String> run() {
    return runs.own();
  }

  /** When the welcome came. */
  public OptionalLong readyAt() {
    Long ready = greeting.ready();
    return ready == null ? OptionalLong.empty() : OptionalLong.of(ready);
  }

  /** When the terminal event came. */
  public OptionalLong terminalAt() {
    return conversation == null
        ? OptionalLong.empty()
        : conversation.course().terminal().stream().mapToLong(Seen::nanos).findFirst();
  }

  private Step step() {
    if (conversation != null) {
      return Step.EVENTS;
    }
    return greeting.ready() == null ? Step.WELCOME : Step.SEND;
  }

  private void endWith(Conversation talk) {
    if (talk.over() && !over) {
      end(talk.endedWell(), talk.course().last().isPresent());
    }
  }

  private void end(boolean well, boolean began) {
    over = true;
    errors.settle(well, began);
    identities.report(docket);
  }
}
