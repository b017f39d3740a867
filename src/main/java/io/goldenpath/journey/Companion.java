package io.goldenpath.journey;

import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Judgement;
import io.goldenpath.probe.Deadline;
import io.goldenpath.wire.WebSocket;
import java.util.Optional;

/**
 * What one user has to do with those who walk at the same time: all ask together, and nobody leaves
 * before all have ended.
 */
interface Companion {

  /** Nobody else walks. */
  Companion NOBODY =
      new Companion() {

        @Override
        public Deadline waitsUntil(Deadline timeout) {
          return timeout;
        }

        @Override
        public void ready(WebSocket socket) {}

        @Override
        public boolean assembled() {
          return true;
        }

        @Override
        public void sent(int frame, long nanos) {}

        @Override
        public void heard(Heard heard, String raw, int frame, long nanos) {}

        @Override
        public void ended(Judgement judgement) {}

        @Override
        public boolean dispersed() {
          return true;
        }

        @Override
        public boolean intrudes() {
          return false;
        }

        @Override
        public boolean alone() {
          return true;
        }

        @Override
        public Optional<String> strangersThread() {
          return Optional.empty();
        }

        @Override
        public boolean rebuffed() {
          return true;
        }

        @Override
        public void intruded() {}
      };

  /** Until when, at most, this user waits for the others. */
  Deadline waitsUntil(Deadline timeout);

  /** The user is welcome on this socket, and waits for the others. */
  void ready(WebSocket socket);

  /** Whether all are ready who will ever be. */
  boolean assembled();

  /** The user's question went out in this frame. */
  void sent(int frame, long nanos);

  /** A frame came to the user. */
  void heard(Heard heard, String raw, int frame, long nanos);

  /** The user's own run is over, and this is what is known of it. */
  void ended(Judgement judgement);

  /** Whether everybody's run is over. */
  boolean dispersed();

  /** Whether this user, when all others have ended, asks on the thread of another. */
  boolean intrudes();

  /** Whether nobody's run goes on but this user's. */
  boolean alone();

  /** The thread of somebody else; empty where the platform has named none. */
  Optional<String> strangersThread();

  /** Whether the platform has said no since that. */
  boolean rebuffed();

  /** That is over, too. */
  void intruded();
}
