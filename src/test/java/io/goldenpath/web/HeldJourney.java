package io.goldenpath.web;

import io.goldenpath.probe.Cadence;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Manners;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Runs;
import io.goldenpath.probe.Target;
import io.goldenpath.probe.User;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A journey on demand that ends when it is let go, against a target that bears one socket. */
final class HeldJourney implements Journey {

  private final Probe probe;
  private final CountDownLatch held = new CountDownLatch(1);

  HeldJourney(String name) {
    Probe usual = Runs.probe(name);
    Target target = usual.target();
    this.probe =
        new Probe(
            new Target(
                target.name(),
                target.access(),
                target.users(),
                target.dialect(),
                target.contract(),
                new Manners(3, 1)),
            Cadence.onDemand(Duration.ofSeconds(30)),
            usual.limits(),
            usual.plan(),
            usual.events());
  }

  void letGo() {
    held.countDown();
  }

  @Override
  public Probe probe() {
    return probe;
  }

  @Override
  public Run run(RunTicket ticket, List<User> users) throws InterruptedException {
    held.await();
    return Runs.passed(probe, ticket.id(), ticket.startedAt());
  }
}
