package io.goldenpath.journey;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.User;
import io.goldenpath.wire.WebSocket;
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
final class Party {

  /** More at once would be a storm such as a target meets after an outage, and not each minute. */
  private static final int ENTRANCE = 16;

  private final int users;
  private final Deadline assembly;
  private final Semaphore entrance = new Semaphore(ENTRANCE);
  private final AtomicInteger awaited;
  private final AtomicInteger walking;
  private final Queue<WebSocket> sockets = new ConcurrentLinkedQueue<>();
  private volatile List<Guest> guests = List.of();

  /**
   * @param users how many are expected
   * @param askers how many of them walk the path
   * @param assembly until when those who are ready wait for the others
   */
  Party(int users, int askers, Deadline assembly) {
    this.users = users;
    this.awaited = new AtomicInteger(users);
    this.walking = new AtomicInteger(askers);
    this.assembly = assembly;
  }

  /** How many are expected. */
  int users() {
    return users;
  }

  /** Waits at the door for this user's turn to log in and connect; whether it came in time. */
  boolean enter(long nanos) throws InterruptedException {
    return entrance.tryAcquire(nanos, TimeUnit.NANOSECONDS);
  }

  /** The next may enter. */
  void in() {
    entrance.release();
  }

  /** Until when those who are ready wait for the others. */
  Deadline assembly() {
    return assembly;
  }

  /** From now on this user's socket is looked up when something changes. */
  void waits(WebSocket socket) {
    sockets.add(socket);
  }

  /** One who was expected is ready, or will never be. */
  void arrived() {
    if (awaited.decrementAndGet() == 0) {
      sockets.forEach(WebSocket::nudge);
    }
  }

  /** The run of one who asked is over, or was never begun. */
  void ended() {
    if (walking.decrementAndGet() <= 1) {
      sockets.forEach(WebSocket::nudge);
    }
  }

  /** Tells of the threads of those who have ended. */
  void guests(List<Guest> all) {
    guests = List.copyOf(all);
  }

  /** A thread of another account than this user's; empty where the platform has named none. */
  Optional<String> thread(User user) {
    return guests.stream()
        .filter(guest -> guest.user().account() != user.account())
        .flatMap(guest -> guest.thread().stream())
        .findFirst();
  }

  /** Whether all are there who will ever be. */
  boolean assembled() {
    return awaited.get() <= 0;
  }

  /** How many runs are not over yet. */
  int walking() {
    return walking.get();
  }
}
