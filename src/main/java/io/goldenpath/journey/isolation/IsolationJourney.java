package io.goldenpath.journey.isolation;

import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.isolation.JointJudgement;
import io.goldenpath.contract.isolation.UserFrameLog;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.login.TokenPool;
import io.goldenpath.journey.run.RecentIds;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.journey.run.RunStart;
import io.goldenpath.journey.run.StallReview;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Several users ask at once, others only listen, and all their frames are judged jointly. */
public final class IsolationJourney implements Journey {

  /** An answer that is late by up to this many runs is still recognised. */
  private static final int RUNS_REMEMBERED = 5;

  private final RunContext context;
  private final TokenPool tokens;
  private final JourneySpec.Isolation spec;
  private final RecentIds earlierNonces;
  private final Map<Integer, RecentIds> earlierRuns = new ConcurrentHashMap<>();

  public IsolationJourney(RunContext context, TokenPool tokens, JourneySpec.Isolation spec) {
    this.context = context;
    this.tokens = tokens;
    this.spec = spec;
    this.earlierNonces = new RecentIds(RUNS_REMEMBERED * spec.askers());
  }

  @Override
  public Probe probe() {
    return context.probe();
  }

  @Override
  public Optional<Postponement> postponed(User user, Trigger trigger) {
    return tokens.postponed(probe().target(), user, 0, trigger == Trigger.REQUEST);
  }

  @Override
  public Run run(RunInfo ticket, List<User> users) throws InterruptedException {
    RunStart begun = RunStart.of(context, ticket);
    long start = begun.nanos();
    List<VirtualUser> virtualUsers = virtualUsers(users, begun);
    List<UserRun> results = runAll(virtualUsers);
    virtualUsers.stream()
        .flatMap(user -> user.question().stream())
        .map(Question::nonce)
        .forEach(earlierNonces::add);
    List<UserFrameLog> frameLogs = virtualUsers.stream().map(VirtualUser::frameLog).toList();
    List<Finding> findings =
        JointJudgement.judge(frameLogs, start).stream()
            .map(context.contract()::applySeverity)
            .toList();
    SuccessRate successRate = SuccessRate.of(findings, users.subList(0, spec.askers()));
    return new StallReview(Duration.ofNanos(context.nanos() - start), stalled(virtualUsers))
        .toRun(
            ticket,
            successRate.tolerating(findings, spec.minSuccessPercent()),
            TranscriptSelection.of(findings, results))
        .withRelease(release(virtualUsers));
  }

  /** Of the user whose waits it befell most: they all wait at once. */
  private static Duration stalled(List<VirtualUser> users) {
    return users.stream().map(VirtualUser::stalled).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /** Of the first user who was told it, or of whom it can be said why not. */
  private static @Nullable SeenRelease release(List<VirtualUser> users) {
    List<SeenRelease> seen =
        users.stream().flatMap(user -> Stream.ofNullable(user.release())).toList();
    return seen.stream()
        .filter(release -> release.name() != null)
        .findFirst()
        .or(() -> seen.stream().findFirst())
        .orElse(null);
  }

  private List<VirtualUser> virtualUsers(List<User> users, RunStart begun) {
    Deadline assembly = Deadline.after(begun.nanos(), probe().cadence().timeout().dividedBy(2));
    StartBarrier barrier = new StartBarrier(users, spec.askers(), assembly);
    List<VirtualUser> all = new ArrayList<>();
    for (User user : users) {
      RecentIds earlier =
          earlierRuns.computeIfAbsent(user.slot(), _ -> new RecentIds(RUNS_REMEMBERED));
      Question question = all.size() < spec.askers() ? context.question() : null;
      all.add(
          new VirtualUser(
              new UserSession(context, tokens, user, earlier, begun), barrier, user, question));
    }
    if (spec.foreignThread()) {
      all.getFirst().setForeignThread();
    }
    return all;
  }

  private List<UserRun> runAll(List<VirtualUser> users) throws InterruptedException {
    String name = "isolation-" + probe().target().name() + "-";
    Set<String> earlier = earlierNonces.all();
    List<Callable<UserRun>> runs =
        users.stream().<Callable<UserRun>>map(user -> () -> user.run(earlier)).toList();
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name, 1).factory())) {
      List<UserRun> results = new ArrayList<>();
      for (Future<UserRun> result : threads.invokeAll(runs)) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException fault) {
      throw fault.getCause() instanceof RuntimeException ours
          ? ours
          : new IllegalStateException(fault.getCause());
    }
  }
}
