package io.goldenpath.contract.stream;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stalls;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Events after the question, and the own run made of them. */
public final class ReceivedEvents {

  private static final int BOUND = 20_000;
  private static final int ENDS = 64;

  private final Contract contract;
  private final TimeLimits limits;
  private final Stalls stalls;
  private final OwnRunDetector ownRun;
  private final long sent;
  private final List<TimedEvent> all = new ArrayList<>();
  private final IdentityHashMap<TimedEvent, FrameFields> terminalFields = new IdentityHashMap<>();
  private final ForeignEvents foreign = new ForeignEvents();
  private RunEvents run;
  private long lastActivity;
  private Outage outage = Outage.NONE;

  public ReceivedEvents(
      RunExpectations expectations, OwnRunDetector ownRun, long sent, Stalls stalls) {
    this.contract = expectations.contract();
    this.stalls = stalls;
    this.limits = expectations.limits();
    this.ownRun = ownRun;
    this.sent = sent;
    this.lastActivity = sent;
    this.run = new RunEvents(contract, sent);
  }

  /** Returns whether it is of the own run. */
  public boolean addEvent(AgentEvent event, FrameFields fields, int frame, long nanos) {
    return add(TimedEvent.of(contract, event, fields, frame, nanos), fields);
  }

  /** For an end that the contract waits for, or a failure; returns whether it is of the own run. */
  public boolean addEnd(FrameContent.End end, FrameFields fields, int frame, long nanos) {
    return add(TimedEvent.of(end, frame, nanos), fields);
  }

  private boolean add(TimedEvent timedEvent, FrameFields fields) {
    AgentEvent event = timedEvent.event();
    if (ownRun.isEarlier(event.ids())) {
      return false;
    }
    boolean terminal = timedEvent.end() || contract.flow().terminal().has(event.name());
    boolean changed = ownRun.addEvent(event, terminal);
    boolean ours = ownRun.isOwn(event.ids());
    if (ours || !ownRun.certain()) {
      lastActivity = timedEvent.nanos();
    }
    if (all.size() < BOUND || (terminal && all.size() < BOUND + ENDS)) {
      all.add(timedEvent);
      if (terminal && !contract.conditions().isEmpty() && terminalFields.size() < ENDS) {
        terminalFields.put(timedEvent, fields);
      }
      if (ours && !changed) {
        run.add(timedEvent);
      }
    }
    if (changed) {
      run = new RunEvents(contract, sent);
      all.stream().filter(other -> ownRun.isOwn(other.event().ids())).forEach(run::add);
    }
    return ours;
  }

  /** Returns whether it is of the own run, or of none in particular. */
  public boolean addFailure(FrameContent.Failure failure, int frame, long nanos) {
    if (ownRun.isEarlier(failure.ids())) {
      return false;
    }
    boolean ours = ownRun.isOwn(failure.ids());
    EventPair tools = contract.flow().tools();
    if (!ours) {
      foreign.addFailure(failure.ids(), "an error", frame, nanos);
    } else if (failure.source().tool() != null) {
      foreign.suppress(tools.closes(), PairKey.of(tools, failure.source()));
    }
    return ours;
  }

  /** For an event of another user, which another finding covers. */
  public void addForeign(DecodedFrame decoded, int frame, long nanos) {
    if (decoded.content() instanceof FrameContent.Event(AgentEvent event)) {
      foreign.suppress(TimedEvent.of(contract, event, decoded.fields(), frame, nanos));
    }
  }

  public RunEvents runEvents() {
    return run;
  }

  public void reconnected(Outage without) {
    outage = without;
    lastActivity = without.to();
  }

  public Outage outage() {
    return outage;
  }

  /** Whether no other run can still turn out to be the own one. */
  public boolean certain() {
    return ownRun.certain();
  }

  /** For the next event, or for the answer. */
  public Deadline deadline() {
    return nextEventDeadline().earlier(answerDeadline());
  }

  /** Whether the whole answer took too long, and not a single event. */
  public boolean isAnswerOverdue() {
    return nextEventDeadline().nanos() - answerDeadline().nanos() > 0;
  }

  public Duration nextEventLimit() {
    if (run.last().isEmpty()) {
      return limits.firstEvent().failed();
    }
    return run.tools().oldestOpen().isPresent() ? limits.tool().failed() : limits.gap().failed();
  }

  /** Before the first event, counts from the question, or from the reconnection after it. */
  private Deadline nextEventDeadline() {
    boolean fresh = run.last().isEmpty() && outage.equals(Outage.NONE);
    return Deadline.after(fresh ? sent : lastActivity, nextEventLimit(), stalls);
  }

  private Deadline answerDeadline() {
    long from = sent + outage.to() - outage.from();
    return Deadline.after(from, limits.answer().failed(), stalls);
  }

  /** Fields of the frame that ended the run; none where the contract has no conditions. */
  public FrameFields terminalFields() {
    return run.terminal().map(terminalFields::get).orElse(FrameFields.NONE);
  }

  public ForeignEvents foreignEvents() {
    all.stream()
        .filter(timedEvent -> !ownRun.isOwn(timedEvent.event().ids()))
        .forEach(foreign::addEvent);
    return foreign;
  }
}
