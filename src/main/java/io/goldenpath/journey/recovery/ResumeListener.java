package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.rules.UserJudgement;

/** Until the welcome, events of the run that was cut go to its judgement, all else to the new. */
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
