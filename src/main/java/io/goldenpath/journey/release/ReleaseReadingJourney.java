package io.goldenpath.journey.release;

import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.target.ReleaseSource;
import io.goldenpath.model.target.User;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journey beside each run of which the target is asked for its release, on a connection of its
 * own. What comes of that is no part of the path: it takes no time of the run's, and a failure of
 * it is no finding.
 */
public final class ReleaseReadingJourney implements Journey {

  private static final Logger logger = LoggerFactory.getLogger(ReleaseReadingJourney.class);

  private final Journey path;
  private final ReleaseRequest request;

  private ReleaseReadingJourney(Journey path, ReleaseRequest request) {
    this.path = path;
    this.request = request;
  }

  /** The path itself, unless its target is to be asked. */
  public static Journey around(Journey path, RunContext context) {
    return context.probe().target().access().release() instanceof ReleaseSource.Reply source
        ? new ReleaseReadingJourney(path, new ReleaseRequest(context, source))
        : path;
  }

  @Override
  public Probe probe() {
    return path.probe();
  }

  @Override
  public Optional<Postponement> postponed(User user, Trigger trigger) {
    return path.postponed(user, trigger);
  }

  @Override
  public Run run(RunInfo info, List<User> users) throws InterruptedException {
    FutureTask<SeenRelease> reading = new FutureTask<>(request::read);
    Thread.ofVirtual().name("release-" + info.id()).start(reading);
    try {
      return path.run(info, users).withRelease(result(reading));
    } finally {
      reading.cancel(true);
    }
  }

  private static SeenRelease result(FutureTask<SeenRelease> reading) throws InterruptedException {
    try {
      return reading.get(ReleaseRequest.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return SeenRelease.unread("it was not read in time");
    } catch (ExecutionException ours) {
      logger.warn("The monitor itself was at fault when it read a release", ours.getCause());
      return SeenRelease.unread("the monitor itself was at fault");
    }
  }
}
