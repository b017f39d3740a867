package io.goldenpath.schedule;

import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.User;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A journey whose runs end when, and how, the test says. */
final class Travel implements Journey {

  private final Probe probe;
  private final BlockingQueue<Trip> trips = new LinkedBlockingQueue<>();

  Travel(Probe probe) {
    this.probe = probe;
  }

  /** A run under way. */
  record Trip(RunTicket ticket, User user, Thread thread, CompletableFuture<Callable<Run>> end) {

    /** Ends the run so, and waits until all have been told. */
    void ends(Callable<Run> how) throws InterruptedException {
      end.complete(how);
      landed();
    }

    void passes() throws InterruptedException {
      ends(() -> Run.of(ticket, Duration.ofSeconds(1), List.of(), List.of()));
    }

    void landed() throws InterruptedException {
      if (!thread.join(Duration.ofSeconds(5))) {
        throw new AssertionError(thread.getName() + " does not end");
      }
    }
  }

  /** The next run, which has begun. */
  Trip trip() throws InterruptedException {
    Trip trip = trips.poll(5, TimeUnit.SECONDS);
    if (trip == null) {
      throw new AssertionError("no run of " + probe.id() + " has begun");
    }
    return trip;
  }

  @Override
  public Probe probe() {
    return probe;
  }

  @Override
  public Run run(RunTicket ticket, List<User> users) throws InterruptedException {
    Trip trip =
        new Trip(ticket, users.getFirst(), Thread.currentThread(), new CompletableFuture<>());
    trips.add(trip);
    try {
      return trip.end().get().call();
    } catch (InterruptedException | RuntimeException passed) {
      throw passed;
    } catch (ExecutionException impossible) {
      throw new AssertionError(impossible);
    } catch (Exception checked) {
      throw new IllegalStateException(checked);
    }
  }
}
