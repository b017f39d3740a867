package io.goldenpath.journey;

import io.goldenpath.contract.CompanyJudgement;
import io.goldenpath.contract.Question;
import io.goldenpath.contract.Testimony;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Redactor;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.User;
import io.goldenpath.probe.UserRun;
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
public final class Isolation implements Journey {

  /** An answer that comes this many runs too late is still known for what it is. */
  private static final int RUNS_REMEMBERED = 5;

  private final Road road;
  private final Exercise.Isolation exercise;
  private final Redactor secrets;
  private final Codes codes = new Codes(RUNS_REMEMBERED);
  private final Map<Integer, EarlierRuns> earlier = new ConcurrentHashMap<>();

  /** Several users on this road, as the exercise says. */
  public Isolation(Road road, Exercise.Isolation exercise) {
    this.road = road;
    this.exercise = exercise;
    this.secrets = Redactor.of(road.probe().target().secrets());
  }

  @Override
  public Probe probe() {
    return road.probe();
  }

  @Override
  public int logins(User user) {
    return road.logins(user);
  }

  @Override
  public Run run(RunTicket ticket, List<User> users) throws InterruptedException {
    long start = road.clocks().stopwatch().nanos();
    Deadline assembly = Deadline.after(start, probe().cadence().timeout().dividedBy(2));
    Party party = new Party(users.size(), exercise.askers(), assembly);
    List<Attendance> attendances = new ArrayList<>();
    for (User user : users) {
      attendances.add(attendance(party, user, attendances.size() < exercise.askers(), start));
    }
    party.guests(attendances.stream().map(Attendance::guest).toList());
    if (exercise.foreignThread()) {
      attendances.getFirst().guest().intrude();
    }
    List<UserRun> met = attend(attendances);
    List<Testimony> heard = attendances.stream().map(one -> one.guest().testimony()).toList();
    codes.add(attendances.stream().flatMap(one -> one.guest().question().stream()).toList());
    List<Finding> findings =
        CompanyJudgement.judge(heard, start).stream().map(road.contract()::weigh).toList();
    Share share = Share.of(findings, users.subList(0, exercise.askers()));
    return Standstill.since(start, road)
        .judged(ticket, share.weighed(findings, exercise.atLeast()), Witnesses.of(findings, met));
  }

  private Attendance attendance(Party party, User user, boolean asks, long start) {
    Question question = asks ? road.question() : null;
    return new Attendance(
        road,
        party,
        new Guest(party, user, question),
        new Traveller(road, user, secrets, start),
        earlier.computeIfAbsent(user.slot(), _ -> new EarlierRuns(RUNS_REMEMBERED)),
        codes.known());
  }

  private List<UserRun> attend(List<Attendance> attendances) throws InterruptedException {
    String name = "isolation-" + probe().target().name() + "-";
    try (ExecutorService walkers =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name, 1).factory())) {
      List<Future<UserRun>> walking =
          attendances.stream().map(one -> walkers.submit(one::attend)).toList();
      try {
        List<UserRun> met = new ArrayList<>();
        for (Future<UserRun> walk : walking) {
          met.add(walk.get());
        }
        return met;
      } catch (ExecutionException fault) {
        throw fault.getCause() instanceof RuntimeException ours
            ? ours
            : new IllegalStateException(fault.getCause());
      } finally {
        walkers.shutdownNow();
      }
    }
  }
}
