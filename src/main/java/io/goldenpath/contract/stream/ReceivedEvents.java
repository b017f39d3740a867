package io.goldenpath.contract.stream;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events after the question, and the own run made of them. */
public final class ReceivedEvents {

  private static final int BOUND = 20_000;
  private static final int ENDS = 64;

  private final Contract contract;
  private final OwnRunDetector ownRun;
  private final long sent;
  private final List<TimedEvent> all = new ArrayList<>();
  private final Map<Integer, FrameFields> terminalFields = new LinkedHashMap<>();
  private final ForeignEvents foreign = new ForeignEvents();
  private RunEvents run;
  private long lastActivity;
  private Outage outage = Outage.NONE;

  public ReceivedEvents(Contract contract, OwnRunDetector ownRun, long sent) {
    this.contract = contract;
    this.ownRun = ownRun;
    this.sent = sent;
    this.lastActivity = sent;
    this.run = new RunEvents(contract, sent);
  }

  /** Returns whether it is of the own run. */
  public boolean addEvent(AgentEvent event, FrameFields fields, int frame, long nanos) {
    if (ownRun.isEarlier(event.ids())) {
      return false;
    }
    boolean changed = ownRun.addEvent(event);
    boolean ours = ownRun.isOwn(event.ids());
    if (ours || !ownRun.certain()) {
      lastActivity = nanos;
    }
    boolean terminal = event.name().equals(contract.flow().terminal());
    if (all.size() < BOUND || (terminal && all.size() < BOUND + ENDS)) {
      TimedEvent timedEvent = TimedEvent.of(contract, event, fields, frame, nanos);
      all.add(timedEvent);
      if (terminal && !contract.conditions().isEmpty() && terminalFields.size() < ENDS) {
        terminalFields.put(frame, fields);
      }
      if (ours && !changed) {
        run.add(timedEvent);
      }
    }
    if (changed) {
      run = new RunEvents(contract, sent);
      all.stream().filter(timedEvent -> ownRun.isOwn(timedEvent.event().ids())).forEach(run::add);
    }
    return ours;
  }

  /** Returns whether it is of the own run, or of none in particular. */
  public boolean addFailure(FrameContent.Failure failure, int frame, long nanos) {
    if (ownRun.isEarlier(failure.ids())) {
      return false;
    }
    boolean ours = ownRun.isOwn(failure.ids());
    if (!ours) {
      foreign.addFailure(failure.ids(), "an error", frame, nanos);
    }
    EventPair tools = contract.flow().tools();
    if (ours && failure.source().tool() != null) {
      foreign.suppress(tools.closes(), PairKey.of(tools, failure.source()));
    }
    return ours;
  }

  /** For an event of another user, which another finding covers. */
  public void addForeign(DecodedFrame decoded, int frame, long nanos) {
    if (decoded.content() instanceof FrameContent.Event(AgentEvent event)) {
      TimedEvent timedEvent = TimedEvent.of(contract, event, decoded.fields(), frame, nanos);
      foreign.suppress(timedEvent.name(), timedEvent.pairKey());
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

  long lastActivity() {
    return lastActivity;
  }

  /** Fields of a frame that ended an agent; none for any other. */
  public FrameFields fields(int frame) {
    return terminalFields.getOrDefault(frame, FrameFields.NONE);
  }

  public ForeignEvents foreignEvents() {
    all.stream()
        .filter(timedEvent -> !ownRun.isOwn(timedEvent.event().ids()))
        .forEach(foreign::addEvent);
    return foreign;
  }
}
