package io.goldenpath.schedule;

import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.time.Deadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run that waits for free users, or has started. Guarded by {@link RunQueue}. */
final class QueuedRun {

  private final long due;
  private final Deadline deadline;
  private ScheduledProbe scheduled;
  private RunInfo info;
  private @Nullable RunExecution started;

  /** {@code due} is on the monotonic clock, in nanoseconds. */
  QueuedRun(ScheduledProbe scheduled, RunInfo info, long due, Deadline deadline) {
    this.scheduled = scheduled;
    this.info = info;
    this.due = due;
    this.deadline = deadline;
  }

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

  @Nullable RunExecution started() {
    return started;
  }

  /** Whether somebody waits for it, so that it is told when it does not take place. */
  boolean isExpected() {
    return info.trigger() != Trigger.CONFIRMATION;
  }

  /** Called when the settings change before it starts. */
  void reassign(ScheduledProbe next) {
    scheduled = next;
  }

  /** The run's start is now, however long it has waited. */
  RunInfo begin(Instant now) {
    info = info.begunAt(now);
    return info;
  }

  void start(RunExecution begun) {
    started = begun;
  }
}
