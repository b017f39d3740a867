package io.goldenpath.model.run;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.time.UtcTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One finished execution of a probe.
 *
 * @param duration From start to end, by the monotonic clock.
 * @param findings All findings, in the order of their time.
 * @param stalled How long the monitor stood still in waits of this run, whose limits were widened.
 * @param maintenance Why the target was in maintenance during the run; null where it was not.
 * @param release Release that the target had; null where nothing tells it.
 */
public record Run(
    RunInfo info,
    Duration duration,
    Outcome outcome,
    List<Finding> findings,
    List<UserRun> users,
    Duration stalled,
    @Nullable String maintenance,
    @Nullable SeenRelease release) {

  /** Of a run in which nothing stood still. */
  public Run(
      RunInfo info,
      Duration duration,
      Outcome outcome,
      List<Finding> findings,
      List<UserRun> users) {
    this(info, duration, outcome, findings, users, Duration.ZERO, null, null);
  }

  public Run {
    findings = List.copyOf(findings);
    users = List.copyOf(users);
  }

  public static Run of(
      RunInfo info, Duration duration, List<Finding> findings, List<UserRun> users) {
    return new Run(info, duration, Outcome.of(findings), findings, users);
  }

  /** This run with so long a standstill of the monitor in its waits. */
  public Run withStalled(Duration time) {
    return new Run(info, duration, outcome, findings, users, time, maintenance, release);
  }

  /** This run without its frames, which are still counted. */
  public Run withoutFrames() {
    return withUsers(
        users.stream()
            .map(user -> user.withTranscript(user.transcript().withoutFrames()))
            .toList());
  }

  /** This run, marked as one in maintenance. */
  public Run inMaintenance(String why) {
    return new Run(info, duration, outcome, findings, users, stalled, why, release);
  }

  /** This run with its users known in other detail. */
  public Run withUsers(List<UserRun> known) {
    return new Run(info, duration, outcome, findings, known, stalled, maintenance, release);
  }

  /** This run with the release that the target had. */
  public Run withRelease(@Nullable SeenRelease seen) {
    return new Run(info, duration, outcome, findings, users, stalled, maintenance, seen);
  }

  /** The release that the target had; empty where nobody knows it. */
  public Optional<String> releaseName() {
    return Optional.ofNullable(release).map(SeenRelease::name);
  }

  /**
   * Whether it changes no verdict and is held against nobody: it was in maintenance, and found
   * nothing critical.
   */
  public boolean excused() {
    return maintenance != null
        && findings.stream().noneMatch(finding -> finding.severity() == Severity.CRITICAL);
  }

  public String id() {
    return info.id();
  }

  public ProbeId probe() {
    return info.probe();
  }

  /** Whether its times are the target's alone, and no standstill of the monitor is in them. */
  public boolean measured() {
    return valid() && stalled.isZero();
  }

  /** When the run ended, by the wall clock. */
  public Instant endedAt() {
    return info.startedAt().plus(duration);
  }

  /** Whether it passed or was degraded. */
  public boolean succeeded() {
    return outcome == Outcome.PASSED || outcome == Outcome.DEGRADED;
  }

  /** Whether the run says anything about the target: the monitor itself was not at fault. */
  public boolean valid() {
    return outcome != Outcome.BROKEN;
  }

  /** Why the run did not simply pass: the worst finding, unless that is merely information. */
  public Optional<Finding> reason() {
    return reasons().stream().findFirst();
  }

  /** What failed the run, else what degraded it; the heaviest first, of equals the earliest. */
  public List<Finding> reasons() {
    boolean failed = findings.stream().anyMatch(finding -> finding.severity().failsRun());
    return findings.stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .filter(finding -> finding.severity().failsRun() == failed)
        .sorted(Finding.HEAVIEST_FIRST)
        .toList();
  }

  /** The finding that weighs most, the earliest of equals. */
  public Optional<Finding> worstFinding() {
    return Finding.heaviest(findings.stream());
  }

  /** Since when logins fail while users of this run reused a token: it has no vote on them. */
  public Optional<Instant> loginFailingSince() {
    return users.stream()
        .flatMap(user -> user.step(Step.LOGIN).stream())
        .filter(login -> login.tokenAge() != null)
        .flatMap(login -> Stream.ofNullable(login.loginFailingSince()))
        .min(Instant::compareTo);
  }

  /** Marks a run whose users reused a token while logins fail. */
  public Optional<String> loginMark() {
    return loginFailingSince()
        .map(since ->
            "login failing since %s; this run reused a token, so it says nothing of the login"
                .formatted(UtcTime.minute(since)));
  }

  /** From the sent message to the first agent event of any user. */
  public Optional<Duration> timeToFirstEvent() {
    return users.stream()
        .flatMap(user -> user.events().stream())
        .map(EventArrival::delay)
        .min(Duration::compareTo);
  }

  /**
   * From the sent message to the terminal event of the slowest user; empty unless all who were to
   * ask got there.
   */
  public Optional<Duration> timeToAnswer() {
    List<Optional<Duration>> answers =
        users.stream().filter(user -> !user.onlyListened()).map(UserRun::timeToAnswer).toList();
    if (answers.isEmpty() || answers.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return answers.stream().flatMap(Optional::stream).max(Duration::compareTo);
  }
}
