package io.goldenpath.web;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Cadence;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A journey on demand that ends when it is let go, against a target that bears one socket. */
public final class BlockingJourney implements Journey {

  private final Probe probe;
  private final List<Finding> findings = new CopyOnWriteArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);

  public BlockingJourney(String name) {
    Probe usual = SampleRuns.probe(name);
    Target target = usual.target();
    this.probe =
        new Probe(
            new Target(
                target.name(),
                target.access(),
                target.users(),
                target.dialect(),
                target.contract(),
                new RateLimits(3, 1)),
            Cadence.onDemand(Duration.ofSeconds(30)),
            usual.limits(),
            usual.script(),
            usual.events(),
            usual.regression(),
            usual.verdict());
  }

  public void release() {
    released.countDown();
  }

  /** Lets it go with this finding. */
  public void release(Finding found) {
    findings.add(found);
    release();
  }

  @Override
  public Probe probe() {
    return probe;
  }

  @Override
  public Run run(RunInfo ticket, List<User> users) throws InterruptedException {
    released.await();
    return findings.isEmpty()
        ? SampleRuns.passed(probe, ticket.id(), ticket.startedAt())
        : Run.of(ticket, Duration.ofSeconds(1), findings, List.of());
  }
}
