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

/** Events after the question, and the run made of those that are its own. */
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

  /** Takes note of an event; whether it is our run's. */
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

  /** Takes note of a failure; whether it is our run's, or nobody's in particular. */
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

  /** An event of another user needs no second finding. */
  public void addForeign(DecodedFrame decoded, int frame, long nanos) {
    if (decoded.content() instanceof FrameContent.Event(AgentEvent event)) {
      TimedEvent timedEvent = TimedEvent.of(contract, event, decoded.fields(), frame, nanos);
      foreign.suppress(timedEvent.name(), timedEvent.pairKey());
    }
  }

  public RunEvents runEvents() {
    return run;
  }

  /** There was no connection for a while, and now there is. */
  public void reconnected(Outage without) {
    outage = without;
    lastActivity = without.to();
  }

  public Outage outage() {
    return outage;
  }

  /** Whether nothing speaks for another run than the one that we take for ours. */
  public boolean certain() {
    return ownRun.certain();
  }

  /** When something last came that may be our run's. */
  long lastActivity() {
    return lastActivity;
  }

  /** What the frame of this number holds, where it ended an agent. */
  public FrameFields fields(int frame) {
    return terminalFields.getOrDefault(frame, FrameFields.NONE);
  }

  /** Everything that came and is not ours. */
  public ForeignEvents foreignEvents() {
    all.stream()
        .filter(timedEvent -> !ownRun.isOwn(timedEvent.event().ids()))
        .forEach(foreign::addEvent);
    return foreign;
  }
}
