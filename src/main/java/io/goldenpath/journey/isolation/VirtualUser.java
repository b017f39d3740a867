package io.goldenpath.journey.isolation;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.isolation.Participant;
import io.goldenpath.contract.isolation.UserFrameLog;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.journey.chat.FrameTap;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.wire.websocket.WebSocket;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One user of a {@link StartBarrier}, and all that the user hears. Used by the user's own thread.
 */
final class VirtualUser implements FrameTap {

  private final StartBarrier barrier;
  private final User user;
  private final @Nullable Question question;
  private UserFrameLog frameLog;
  private @Nullable String thread;
  private boolean arrived;
  private boolean over;
  private boolean asksOnForeignThread;
  private boolean refused;

  /**
   * @param question what the user asks; null for one who only listens
   */
  VirtualUser(StartBarrier barrier, User user, @Nullable Question question) {
    this.barrier = barrier;
    this.user = user;
    this.question = question;
    this.frameLog = frameLog(null);
  }

  User user() {
    return user;
  }

  Optional<Question> question() {
    return Optional.ofNullable(question);
  }

  UserFrameLog frameLog() {
    return frameLog;
  }

  /** The thread on which the user's agent works; empty where the platform names none. */
  Optional<String> thread() {
    return Optional.ofNullable(thread);
  }

  /** The login has said who the user is, and these codes are of sessions before this one. */
  void loggedIn(@Nullable String subject, Set<String> earlier) {
    frameLog = frameLog(subject);
    frameLog.earlierNonces(earlier);
  }

  @Override
  public Deadline barrierDeadline(Deadline timeout) {
    return barrier.deadline().earlier(timeout);
  }

  @Override
  public void ready(WebSocket socket) {
    barrier.register(socket);
    arrive();
  }

  @Override
  public boolean barrierOpen() {
    return barrier.isOpen();
  }

  @Override
  public void sent(int frame, long nanos) {
    frameLog.questionSent(frame, nanos);
  }

  @Override
  public void received(DecodedFrame decoded, String raw, int frame, long nanos) {
    frameLog.received(decoded, raw, frame, nanos);
    refused |= decoded.content() instanceof FrameContent.Failure;
    if (thread == null && decoded.content() instanceof FrameContent.Event(var event)) {
      thread = event.ids().thread();
    }
  }

  @Override
  public void ended(UserJudgement judgement) {
    frameLog.ownRun(judgement.runId().orElse(null));
    frameLog.answered(judgement.terminalAt());
    if (!asksOnForeignThread) {
      end();
    }
  }

  @Override
  public boolean allFinished() {
    return barrier.running() <= 0;
  }

  /** This one will ask on another's thread in the end. */
  void setForeignThread() {
    asksOnForeignThread = true;
  }

  @Override
  public boolean asksOnForeignThread() {
    return asksOnForeignThread;
  }

  @Override
  public boolean othersFinished() {
    return barrier.running() <= 1;
  }

  @Override
  public Optional<String> foreignThread() {
    refused = false;
    return barrier.foreignThread(user);
  }

  @Override
  public boolean refused() {
    return refused;
  }

  @Override
  public void foreignThreadDone() {
    end();
  }

  /** The user is gone, whatever became of the run: nobody waits for one who does not come. */
  void leave() {
    arrive();
    end();
  }

  private void arrive() {
    if (!arrived) {
      arrived = true;
      barrier.arrived();
    }
  }

  private void end() {
    if (!over && question != null) {
      over = true;
      barrier.finished();
    }
  }

  private UserFrameLog frameLog(@Nullable String subject) {
    return new UserFrameLog(
        new Participant(
            user.slot(),
            user.account(),
            subject,
            user.credential("email").map(Secret::reveal).orElse(null),
            question == null ? null : question.nonce(),
            question == null),
        barrier.users());
  }
}
