package io.goldenpath.journey.isolation;

import io.goldenpath.journey.chat.RecordedSocket;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Barrier (rendezvous) of all users of one run: they log in a few at a time, ask at once when the
 * last of them is ready, and stay connected until the last run is over, for a leak may come late.
 */
final class StartBarrier {

  /** More at once would be a login storm, which a target meets after an outage, not each minute. */
  private static final int LOGINS_AT_ONCE = 16;

  private final int users;
  private final Deadline deadline;
  private final Semaphore logins = new Semaphore(LOGINS_AT_ONCE);
  private final Set<Integer> missing = ConcurrentHashMap.newKeySet();
  private final Set<Integer> running = ConcurrentHashMap.newKeySet();
  private final Queue<RecordedSocket> sockets = new ConcurrentLinkedQueue<>();
  private final Map<Integer, String> threads = new ConcurrentHashMap<>();

  StartBarrier(List<User> users, int askers, Deadline deadline) {
    this.users = users.size();
    this.deadline = deadline;
    users.forEach(user -> missing.add(user.slot()));
    users.subList(0, askers).forEach(user -> running.add(user.slot()));
  }

  int users() {
    return users;
  }

  /** Waits for a slot to log in and connect; false on timeout. */
  boolean awaitTurn(long timeoutNanos) throws InterruptedException {
    return logins.tryAcquire(timeoutNanos, TimeUnit.NANOSECONDS);
  }

  void endTurn() {
    logins.release();
  }

  /** Until when users who are ready wait for the others. */
  Deadline deadline() {
    return deadline;
  }

  /** From now on every change of the barrier wakes up this socket's user. */
  void register(RecordedSocket socket) {
    sockets.add(socket);
  }

  /** A user is ready, or will never be. */
  void arrived(User user) {
    if (missing.remove(user.slot()) && missing.isEmpty()) {
      sockets.forEach(RecordedSocket::wakeUp);
    }
  }

  /** The run of a user who asks is over, or was never begun. */
  void finished(User user) {
    if (running.remove(user.slot()) && running.size() <= 1) {
      sockets.forEach(RecordedSocket::wakeUp);
    }
  }

  boolean isOpen() {
    return missing.isEmpty();
  }

  boolean allFinished() {
    return running.isEmpty();
  }

  boolean othersFinished() {
    return running.size() <= 1;
  }

  void threadSeen(User user, String thread) {
    threads.putIfAbsent(user.account(), thread);
  }

  /** A chat thread of another account; empty where no event has named one. */
  Optional<String> foreignThread(User user) {
    return threads.entrySet().stream()
        .filter(thread -> thread.getKey() != user.account())
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
