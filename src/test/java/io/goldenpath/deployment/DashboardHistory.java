package io.goldenpath.deployment;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ServiceLevelObjective.GoodRuns;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.ServiceLevels;
import io.goldenpath.model.time.Cadence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Three monitors in two clusters. Here: shop, which degrades, breaks and recovers, lab, where five
 * ask at once, and ruin, which never succeeded; scraped every 15 s, but for one scrape that fails
 * and a restart. There: shop as well. Far: a probe that runs once an hour.
 */
record DashboardHistory(ScrapeHistory scrapes, Instant end) {

  static final Instant END = SampleRuns.NOON;
  static final Duration SCRAPE = Duration.ofSeconds(15);
  private static final Duration EVERY = Duration.ofSeconds(60);
  private static final Duration HOUR = Duration.ofHours(1);

  private static final Probe SHOP = ServiceLevels.with(SampleRuns.probe("shop"), GoodRuns.PASSED);
  private static final Probe LAB = SampleRuns.isolation("lab", 5);
  private static final Probe RUIN = SampleRuns.probe("ruin");

  private static final Map<String, String> HERE =
      Map.of("job", "golden-path", "instance", "10.0.0.1:8080", "cluster", "east");
  private static final Map<String, String> THERE =
      Map.of("job", "golden-path", "instance", "10.0.0.2:8080", "cluster", "east");
  private static final Map<String, String> FAR =
      Map.of("job", "golden-path", "instance", "10.0.0.1:8080", "cluster", "west");

  /** What a Prometheus has that was there all the time. */
  static Path blocks(Path folder, Duration time) throws IOException, InterruptedException {
    try (ScrapeHistory scrapes = new ScrapeHistory(folder)) {
      DashboardHistory history = new DashboardHistory(scrapes, END);
      history.here(time);
      history.there(time.dividedBy(2).plusMinutes(5));
      history.far();
      return scrapes.blocks();
    }
  }

  /** Its last half an hour is eventful. */
  private void here(Duration time) throws IOException {
    Instant restart = end.minus(Duration.ofMinutes(6));
    List<Probe> probes = List.of(SHOP, LAB, RUIN);
    try (SimulatedMonitor monitor = new SimulatedMonitor("here", end.minus(time), probes)) {
      monitor.released(SHOP, minutes(26));
      monitor.inMaintenance(SHOP, minutes(12), minutes(8));
      for (Instant at = end.minus(time); at.isBefore(restart); at = at.plus(SCRAPE)) {
        due(monitor, at);
        if (at.equals(minutes(14))) {
          scrapes.missed(at, HERE);
        } else {
          scrapes.add(at, HERE, monitor.scrape(at));
        }
      }
    }
    try (SimulatedMonitor monitor = new SimulatedMonitor("here", restart, probes)) {
      due(monitor, restart);
      monitor.released(SHOP, minutes(26));
      for (Instant at = restart.plus(EVERY); !at.isAfter(end); at = at.plus(SCRAPE)) {
        due(monitor, at);
        scrapes.add(at, HERE, monitor.scrape(at));
      }
    }
  }

  private void due(SimulatedMonitor monitor, Instant at) {
    if (at.getEpochSecond() % EVERY.toSeconds() != 0) {
      return;
    }
    Instant started = at.minusSeconds(4);
    long minutes = Duration.between(at, end).toMinutes();
    if (minutes == 28) {
      monitor.skipped(SHOP);
    } else {
      monitor.changed(SHOP, minutes <= 24 && minutes > 16);
      monitor.finished(shop(minutes, started));
    }
    monitor.finished(lab(minutes, started));
    monitor.finished(SampleRuns.refused(RUIN, "r" + minutes, started));
  }

  private static Run shop(long minutes, Instant started) {
    String id = "s" + minutes;
    if (minutes == 27) {
      return SampleRuns.broken(SHOP, id, started);
    }
    if (minutes <= 23 && minutes > 18) {
      return SampleRuns.missing(SHOP, id, started);
    }
    return minutes <= 25 && minutes > 18
        ? SampleRuns.late(SHOP, id, started)
        : SampleRuns.passed(SHOP, id, started);
  }

  private static Run lab(long minutes, Instant started) {
    Run served = SampleRuns.servedSerially(LAB, "l" + minutes, started, 5);
    return minutes == 22
        ? SampleRuns.withUsers(LAB, served.id(), started, served.users(), SampleFindings.leak(1, 2))
        : served;
  }

  /** With every series that there is. */
  private void there(Duration time) throws IOException {
    try (SimulatedMonitor monitor = new SimulatedMonitor("there", end.minus(time), List.of(SHOP))) {
      for (Instant at = end.minus(time); !at.isAfter(end); at = at.plus(SCRAPE)) {
        if (at.getEpochSecond() % EVERY.toSeconds() == 0) {
          monitor.finished(SampleRuns.passed(SHOP, "t", at.minusSeconds(4)));
        }
        scrapes.add(at, THERE, monitor.scrape(at));
      }
    }
  }

  /** Scraped every two minutes. */
  private void far() throws IOException {
    Probe hourly = hourly();
    Instant start = end.minus(HOUR.multipliedBy(9));
    try (SimulatedMonitor monitor = new SimulatedMonitor("far", start, List.of(hourly))) {
      for (Instant at = start; !at.isAfter(end); at = at.plus(EVERY.multipliedBy(2))) {
        if (at.getEpochSecond() % HOUR.toSeconds() == 0) {
          monitor.finished(SampleRuns.passed(hourly, "f", at.minusSeconds(4)));
        }
        scrapes.add(at, FAR, monitor.scrape(at));
      }
    }
  }

  private static Probe hourly() {
    Probe probe = ServiceLevels.with(SampleRuns.probe("hourly"), GoodRuns.PASSED);
    return new Probe(
        probe.target(),
        Cadence.every(HOUR, EVERY),
        probe.limits(),
        probe.script(),
        probe.events(),
        probe.regression(),
        probe.verdict(),
        probe.serviceLevel());
  }

  /** So many before the end. */
  private Instant minutes(long before) {
    return end.minus(Duration.ofMinutes(before));
  }
}
