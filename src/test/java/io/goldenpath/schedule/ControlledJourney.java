package io.goldenpath.schedule;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.target.User;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A journey whose runs end when, and how, the test says. */
final class ControlledJourney implements Journey {

  private final Probe probe;
  private final BlockingQueue<ControlledRun> startedRuns = new LinkedBlockingQueue<>();

  ControlledJourney(Probe probe) {
    this.probe = probe;
  }

  /** One for each run, so that the run has ended, and all have been told, when its thread has. */
  static ExecutorService threads() {
    return Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
  }

  /** A run under way. */
  record ControlledRun(
      RunInfo ticket, User user, Thread thread, CompletableFuture<Callable<Run>> end) {

    /** Ends the run so, and waits until all have been told. */
    void endWith(Callable<Run> how) throws InterruptedException {
      end.complete(how);
      awaitEnd();
    }

    void pass() throws InterruptedException {
      endWith(() -> Run.of(ticket, Duration.ofSeconds(1), List.of(), List.of()));
    }

    void awaitEnd() throws InterruptedException {
      if (!thread.join(Duration.ofSeconds(5))) {
        throw new AssertionError(thread.getName() + " does not end");
      }
    }
  }

  /** The next run, which has begun. */
  ControlledRun nextRun() throws InterruptedException {
    ControlledRun controlled = startedRuns.poll(5, TimeUnit.SECONDS);
    if (controlled == null) {
      throw new AssertionError("no run of " + probe.id() + " has begun");
    }
    return controlled;
  }

  @Override
  public Probe probe() {
    return probe;
  }

  @Override
  public Run run(RunInfo ticket, List<User> users) throws InterruptedException {
    ControlledRun controlled =
        new ControlledRun(
            ticket, users.getFirst(), Thread.currentThread(), new CompletableFuture<>());
    startedRuns.add(controlled);
    try {
      return controlled.end().get().call();
    } catch (InterruptedException | RuntimeException passed) {
      throw passed;
    } catch (ExecutionException impossible) {
      throw new AssertionError(impossible);
    } catch (Exception checked) {
      throw new IllegalStateException(checked);
    }
  }
}
