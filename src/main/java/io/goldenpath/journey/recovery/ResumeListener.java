package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.rules.UserJudgement;

/**
 * Listens on a new connection until the welcome: what is left of the run that was cut goes to its
 * judgement, all else to that of the new connection.
 *
 * @param next Judgement of the new connection.
 * @param run Judgement of the run that was cut.
 * @param lost When the old connection was lost.
 */
record ResumeListener(UserJudgement next, UserJudgement run, long lost)
    implements ForwardingListener {

  @Override
  public void frame(DecodedFrame decoded, int number, long nanos) {
    if (decoded.content() instanceof FrameContent.Event(AgentEvent event) && ofCutRun(event)) {
      run.reconnected(lost, nanos);
      run.frame(decoded, number, nanos);
    } else {
      next.frame(decoded, number, nanos);
    }
  }

  private boolean ofCutRun(AgentEvent event) {
    String id = event.ids().run();
    return id == null || run.runId().isEmpty() || run.runId().get().equals(id);
  }
}
