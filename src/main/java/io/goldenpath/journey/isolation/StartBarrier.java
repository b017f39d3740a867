package io.goldenpath.journey.isolation;

import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.wire.websocket.WebSocket;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All users of one run. They come in a few at a time, ask at once when the last of them is ready,
 * and stay connected until the last run is over, for a leak may come late.
 */
final class StartBarrier {

  /** More at once would be a storm such as a target meets after an outage, and not each minute. */
  private static final int LOGINS_AT_ONCE = 16;

  private final int users;
  private final Deadline deadline;
  private final Semaphore turns = new Semaphore(LOGINS_AT_ONCE);
  private final AtomicInteger missing;
  private final AtomicInteger running;
  private final Queue<WebSocket> sockets = new ConcurrentLinkedQueue<>();
  private volatile List<VirtualUser> virtualUsers = List.of();

  /**
   * @param users how many are expected
   * @param askers how many of them walk the path
   * @param deadline until when those who are ready wait for the others
   */
  StartBarrier(int users, int askers, Deadline deadline) {
    this.users = users;
    this.missing = new AtomicInteger(users);
    this.running = new AtomicInteger(askers);
    this.deadline = deadline;
  }

  /** How many are expected. */
  int users() {
    return users;
  }

  /** Waits at the door for this user's turn to log in and connect; whether it came in time. */
  boolean awaitTurn(long timeoutNanos) throws InterruptedException {
    return turns.tryAcquire(timeoutNanos, TimeUnit.NANOSECONDS);
  }

  /** The next may enter. */
  void endTurn() {
    turns.release();
  }

  /** Until when those who are ready wait for the others. */
  Deadline deadline() {
    return deadline;
  }

  /** From now on this user's socket is looked up when something changes. */
  void register(WebSocket socket) {
    sockets.add(socket);
  }

  /** One who was expected is ready, or will never be. */
  void arrived() {
    if (missing.decrementAndGet() == 0) {
      sockets.forEach(WebSocket::wakeUp);
    }
  }

  /** The run of one who asked is over, or was never begun. */
  void finished() {
    if (running.decrementAndGet() <= 1) {
      sockets.forEach(WebSocket::wakeUp);
    }
  }

  /** Tells of the threads of those who have ended. */
  void virtualUsers(List<VirtualUser> all) {
    virtualUsers = List.copyOf(all);
  }

  /** A thread of another account than this user's; empty where the platform has named none. */
  Optional<String> foreignThread(User user) {
    return virtualUsers.stream()
        .filter(virtualUser -> virtualUser.user().account() != user.account())
        .flatMap(virtualUser -> virtualUser.thread().stream())
        .findFirst();
  }

  /** Whether all are there who will ever be. */
  boolean isOpen() {
    return missing.get() <= 0;
  }

  /** How many runs are not over yet. */
  int running() {
    return running.get();
  }
}
