package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;

/**
 * Hears what comes on a new connection until the welcome. The rest of the run that was cut belongs
 * to that run, and all else to the new connection.
 *
 * @param newConnection Judgement of the new connection.
 * @param run Judgement of the run that was cut.
 * @param lost When the old connection was lost.
 */
record ResumeListener(UserJudgement newConnection, UserJudgement run, long lost)
    implements FrameListener {

  @Override
  public void frame(DecodedFrame decoded, int number, long nanos) {
    if (decoded.content() instanceof FrameContent.Event(AgentEvent event) && ofCutRun(event)) {
      run.reconnected(lost, nanos);
      run.frame(decoded, number, nanos);
    } else {
      newConnection.frame(decoded, number, nanos);
    }
  }

  @Override
  public void closed(ConnectionEnd end, long nanos) {
    newConnection.closed(end, nanos);
  }

  @Override
  public void elapsed(long nanos) {
    newConnection.elapsed(nanos);
  }

  @Override
  public Deadline deadline() {
    return newConnection.deadline();
  }

  @Override
  public boolean over() {
    return newConnection.over();
  }

  private boolean ofCutRun(AgentEvent event) {
    String id = event.ids().run();
    return id == null || run.runId().isEmpty() || run.runId().get().equals(id);
  }
}
