package io.goldenpath.schedule;

import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run that waits for free users, or has started. Guarded by {@link RunQueue}. */
final class QueuedRun {

  private final long due;
  private final Deadline deadline;
  private ScheduledProbe scheduled;
  private RunInfo info;
  private @Nullable StartedRun started;

  /**
   * A run that waits.
   *
   * @param due when it should have begun, on the monotonic clock
   * @param deadline when it will be over at the latest
   */
  QueuedRun(ScheduledProbe scheduled, RunInfo info, long due, Deadline deadline) {
    this.scheduled = scheduled;
    this.info = info;
    this.due = due;
    this.deadline = deadline;
  }

  /**
   * A run that has started.
   *
   * @param users whom it has leased
   * @param runExecution what runs its journey
   * @param thread where that happens
   */
  record StartedRun(List<User> users, RunExecution runExecution, Thread thread) {}

  ScheduledProbe scheduled() {
    return scheduled;
  }

  RunInfo info() {
    return info;
  }

  long due() {
    return due;
  }

  Deadline deadline() {
    return deadline;
  }

  @Nullable StartedRun started() {
    return started;
  }

  boolean isWaiting() {
    return started == null;
  }

  /** The settings have changed before it started. */
  void reassign(ScheduledProbe next) {
    scheduled = next;
  }

  /** The run begins now, however long it has waited. */
  RunInfo begin(Instant now) {
    info = new RunInfo(info.id(), info.probe(), info.location(), info.trigger(), now);
    return info;
  }

  void start(StartedRun begun) {
    started = begun;
  }
}
