package io.goldenpath.incident;

import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outage of a probe, from the first bad run of those that changed the verdict to the first good
 * one of those that changed it back.
 *
 * @param startedAt When that first run began.
 * @param severity The worst verdict meanwhile: down or degraded.
 * @param end Null while it is open.
 */
public record Incident(
    String id,
    ProbeId probe,
    Instant startedAt,
    Verdict severity,
    IncidentRuns runs,
    IncidentCauses causes,
    Context context,
    @Nullable End end) {

  /** Databases keep moments to the microsecond, and lists are sorted by this one. */
  public Incident {
    startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** Whether it is over, and why. */
  public enum State implements Labelled {
    OPEN,
    RECOVERED,
    /** The probe is no longer watched. */
    REMOVED
  }

  /**
   * What is known beside its runs.
   *
   * @param release The target's when it began; null where none is known.
   * @param maintenance Why it was in maintenance then; null where it was not.
   * @param acknowledged Null until somebody has said so.
   */
  public record Context(
      @Nullable String release,
      @Nullable String maintenance,
      @Nullable Acknowledgement acknowledged) {

    Context joined(Context later) {
      return new Context(
          release, maintenance, later.acknowledged == null ? acknowledged : later.acknowledged);
    }
  }

  /** Who takes care of it, and what they say to that. */
  public record Acknowledgement(String who, String why, Instant at) {}

  /** When and how it ended. */
  public record End(Instant at, State how) {}

  /** Begins with the first of these runs, or with the verdict where that is older. */
  static Incident begin(String id, ProbeId probe, List<JudgedRun> bad, Judgement judgement) {
    JudgedRun first = bad.getFirst();
    IncidentCauses causes =
        bad.stream()
            .map(JudgedRun::causes)
            .reduce(IncidentCauses.NONE, IncidentCauses::plus, IncidentCauses::plus);
    return new Incident(
        id,
        probe,
        Collections.min(List.of(first.began(), judgement.since())),
        judgement.verdict(),
        new IncidentRuns(first.beganWith(), bad.getLast().id(), bad.size(), null),
        causes,
        new Context(null, first.maintenance(), null),
        null);
  }

  Incident ofRelease(@Nullable String release) {
    return with(new Context(release, context.maintenance(), context.acknowledged()));
  }

  Incident acknowledged(Acknowledgement by) {
    return with(new Context(context.release(), context.maintenance(), by));
  }

  private Incident with(Context known) {
    return new Incident(id, probe, startedAt, severity, runs, causes, known, end);
  }

  /** With one more of its runs. */
  Incident after(JudgedRun run, Verdict verdict) {
    return new Incident(
        id,
        probe,
        startedAt,
        Collections.min(List.of(severity, verdict)),
        runs.after(run),
        causes.plus(run.causes()),
        context,
        end);
  }

  Incident ended(Instant at, State how) {
    return new Incident(id, probe, startedAt, severity, runs, causes, context, new End(at, how));
  }

  /** This one and another of the same probe that it went on as. */
  Incident joined(Incident later) {
    return new Incident(
        id,
        probe,
        startedAt,
        Collections.min(List.of(severity, later.severity)),
        runs.plus(later.runs),
        causes.plus(later.causes),
        context.joined(later.context),
        later.end);
  }

  public State state() {
    return end == null ? State.OPEN : end.how();
  }

  /** How long it lasted, or has lasted so far. */
  public Duration duration(Instant now) {
    return Duration.between(startedAt, end == null ? now : end.at());
  }
}
