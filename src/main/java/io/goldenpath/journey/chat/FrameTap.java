package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.wire.websocket.WebSocket;
import java.util.Optional;

/**
 * What one user has to do with those who walk at the same time: all ask together, and nobody leaves
 * before all have ended.
 */
public interface FrameTap {

  /** Nobody else walks. */
  FrameTap NONE =
      new FrameTap() {

        @Override
        public Deadline barrierDeadline(Deadline timeout) {
          return timeout;
        }

        @Override
        public void ready(WebSocket socket) {}

        @Override
        public boolean barrierOpen() {
          return true;
        }

        @Override
        public void sent(int frame, long nanos) {}

        @Override
        public void received(DecodedFrame decoded, String raw, int frame, long nanos) {}

        @Override
        public void ended(UserJudgement judgement) {}

        @Override
        public boolean allFinished() {
          return true;
        }

        @Override
        public boolean asksOnForeignThread() {
          return false;
        }

        @Override
        public boolean othersFinished() {
          return true;
        }

        @Override
        public Optional<String> foreignThread() {
          return Optional.empty();
        }

        @Override
        public boolean refused() {
          return true;
        }

        @Override
        public void foreignThreadDone() {}
      };

  /** Until when, at most, this user waits for the others. */
  Deadline barrierDeadline(Deadline timeout);

  /** The user is welcome on this socket, and waits for the others. */
  void ready(WebSocket socket);

  /** Whether all are ready who will ever be. */
  boolean barrierOpen();

  /** The user's question went out in this frame. */
  void sent(int frame, long nanos);

  /** A frame came to the user. */
  void received(DecodedFrame decoded, String raw, int frame, long nanos);

  /** The user's own run is over, and this is what is known of it. */
  void ended(UserJudgement judgement);

  /** Whether everybody's run is over. */
  boolean allFinished();

  /** Whether this user, when all others have ended, asks on the thread of another. */
  boolean asksOnForeignThread();

  /** Whether nobody's run goes on but this user's. */
  boolean othersFinished();

  /** The thread of somebody else; empty where the platform has named none. */
  Optional<String> foreignThread();

  /** Whether the platform has said no since that. */
  boolean refused();

  /** That is over, too. */
  void foreignThreadDone();
}
