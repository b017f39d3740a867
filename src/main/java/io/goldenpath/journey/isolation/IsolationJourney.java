package io.goldenpath.journey.isolation;

import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.isolation.JointJudgement;
import io.goldenpath.contract.isolation.UserFrameLog;
import io.goldenpath.journey.chat.EventLoopLag;
import io.goldenpath.journey.chat.RunContext;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.run.EarlierRunIds;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.redaction.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several users walk the golden path at once, others only listen, and all that each of them hears
 * is held against what belongs to the others.
 */
public final class IsolationJourney implements Journey {

  /** An answer that comes this many runs too late is still known for what it is. */
  private static final int RUNS_REMEMBERED = 5;

  private final RunContext context;
  private final JourneySpec.Isolation exercise;
  private final Redactor secrets;
  private final EarlierNonces earlierNonces = new EarlierNonces(RUNS_REMEMBERED);
  private final Map<Integer, EarlierRunIds> earlierRuns = new ConcurrentHashMap<>();

  /** Several users on this road, as the exercise says. */
  public IsolationJourney(RunContext context, JourneySpec.Isolation exercise) {
    this.context = context;
    this.exercise = exercise;
    this.secrets = Redactor.of(context.probe().target());
  }

  @Override
  public Probe probe() {
    return context.probe();
  }

  @Override
  public int expectedLogins(User user) {
    return context.logins(user);
  }

  @Override
  public Run run(RunInfo ticket, List<User> users) throws InterruptedException {
    long start = context.clocks().stopwatch().nanos();
    Deadline assembly = Deadline.after(start, probe().cadence().timeout().dividedBy(2));
    StartBarrier barrier = new StartBarrier(users.size(), exercise.askers(), assembly);
    List<VirtualUserRun> runs = new ArrayList<>();
    for (User user : users) {
      runs.add(virtualUserRun(barrier, user, runs.size() < exercise.askers(), start));
    }
    barrier.virtualUsers(runs.stream().map(VirtualUserRun::virtualUser).toList());
    if (exercise.foreignThread()) {
      runs.getFirst().virtualUser().setForeignThread();
    }
    List<UserRun> results = runAll(runs);
    List<UserFrameLog> frameLogs = runs.stream().map(one -> one.virtualUser().frameLog()).toList();
    earlierNonces.add(runs.stream().flatMap(one -> one.virtualUser().question().stream()).toList());
    List<Finding> findings =
        JointJudgement.judge(frameLogs, start).stream()
            .map(context.contract()::applySeverity)
            .toList();
    SuccessRate successRate = SuccessRate.of(findings, users.subList(0, exercise.askers()));
    return EventLoopLag.since(start, context)
        .toRun(
            ticket,
            successRate.tolerating(findings, exercise.minSuccessPercent()),
            TranscriptSelection.of(findings, results));
  }

  private VirtualUserRun virtualUserRun(StartBarrier barrier, User user, boolean asks, long start) {
    Question question = asks ? context.question() : null;
    return new VirtualUserRun(
        context,
        barrier,
        new VirtualUser(barrier, user, question),
        new UserSession(context, user, secrets, start),
        earlierRuns.computeIfAbsent(user.slot(), _ -> new EarlierRunIds(RUNS_REMEMBERED)),
        earlierNonces.known());
  }

  private List<UserRun> runAll(List<VirtualUserRun> runs) throws InterruptedException {
    String name = "isolation-" + probe().target().name() + "-";
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name, 1).factory())) {
      List<Future<UserRun>> running = runs.stream().map(one -> threads.submit(one::run)).toList();
      try {
        List<UserRun> results = new ArrayList<>();
        for (Future<UserRun> result : running) {
          results.add(result.get());
        }
        return results;
      } catch (ExecutionException fault) {
        throw fault.getCause() instanceof RuntimeException ours
            ? ours
            : new IllegalStateException(fault.getCause());
      } finally {
        threads.shutdownNow();
      }
    }
  }
}
