package io.goldenpath.journey.run;

import io.goldenpath.contract.rules.UnreadableOwner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingDraft;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.redaction.Redactor;
import io.goldenpath.wire.HttpReply;
import io.goldenpath.wire.address.DeadAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records one user's run: step times, findings and transcript, without any secret. */
public final class UserRunRecorder {

  private final RunContext context;
  private final int slot;
  private final RunStart begun;
  private final long start;
  private final Map<Step, Span> steps = new EnumMap<>(Step.class);
  private final TranscriptRecorder transcript;
  private final Findings findings;
  private final Map<Step, Set<DeadAddress>> deadAddresses = new EnumMap<>(Step.class);
  private final Map<Step, Instant> certificateEnds = new EnumMap<>(Step.class);
  private final ReleaseHeader release;
  private final ExchangeRecorder exchanges;
  private Redactor redactor;
  private int framesBeforeSecret;
  private Duration stalled = Duration.ZERO;
  private @Nullable Duration tokenAge;
  private @Nullable Instant loginFailingSince;

  public UserRunRecorder(RunContext context, int slot, RunStart begun) {
    this.context = context;
    this.slot = slot;
    this.begun = begun;
    this.start = begun.nanos();
    this.findings = new Findings(slot, start, context::nanos, context.contract()::applySeverity);
    this.transcript = new TranscriptRecorder(context.probe().script().spec().users());
    this.release = ReleaseHeader.of(context.probe().target());
    this.exchanges = new ExchangeRecorder(start);
    this.redactor = context.secrets();
  }

  public RunStart begun() {
    return begun;
  }

  public long start() {
    return start;
  }

  public long now() {
    return context.nanos();
  }

  public Deadline deadlineIn(Duration time) {
    return Deadline.in(time, context.clocks().stopwatch());
  }

  /** As {@link #deadlineIn}, put off by stalls of ours: for what the target is held against. */
  public Deadline limitIn(Duration time) {
    return Deadline.after(now(), time, context.stalls());
  }

  /** Hides it in what comes, and in what has come: a frame that brings it is recorded before. */
  public void hide(Secret secret) {
    Redactor more = redactor.with(secret);
    if (more != redactor) {
      framesBeforeSecret = transcript.count();
      redactor = more;
    }
  }

  /** To be called before a text is cut, for a part of a secret is not recognised. */
  public String redact(String text) {
    return redactor.redact(text);
  }

  public void stepTook(Step step, long from, long to) {
    waited(from, to);
    steps.put(step, new Span(from, to));
    context.progress().ended(step, Duration.ofNanos(to - from));
  }

  /** Takes account of a wait whose length counts. */
  public void waited(long from, long to) {
    stalled = stalled.plus(context.stalls().within(from, to));
  }

  /** How long the monitor stood still in this user's waits. */
  public Duration stalled() {
    return stalled;
  }

  /**
   * How a user got in, or did not.
   *
   * @param age Of the session that stood in for a login; null where the user logged in anew.
   * @param failingSince Since when logins fail; null where they work.
   */
  public void loginTook(
      long from, long to, @Nullable Duration age, @Nullable Instant failingSince) {
    stepTook(Step.LOGIN, from, to);
    tokenAge = age;
    loginFailingSince = failingSince;
  }

  public boolean reached(Step step) {
    return steps.containsKey(step);
  }

  /** Extends a step that may have begun already. */
  public void stepTookAlso(Step step, long from, long to) {
    waited(from, to);
    steps.merge(step, new Span(from, to), (begun, _) -> new Span(begun.from(), to));
  }

  public int frame(Frame.Direction direction, long nanos, int bytes, String text) {
    return transcript.add(direction, since(nanos), bytes, redactor.redact(text));
  }

  /** A rule took this frame, or made it. */
  public void taken(int frame, String rule) {
    context.progress().taken(slot, frame, rule);
  }

  /** Number of the note among the frames. */
  public int note(String text) {
    return frame(Frame.Direction.NOTE, now(), 0, text);
  }

  /** Where HTTP requests and their replies are recorded. */
  public ExchangeRecorder exchanges() {
    return exchanges;
  }

  /** Begins a finding with the severity that the contract gives it. */
  public FindingDraft finding(FindingKind kind) {
    return findings.of(kind);
  }

  /** Of several that tell of an owner that cannot be read, one is enough for a run. */
  public void add(List<Finding> more) {
    boolean told = findings.all().stream().anyMatch(UnreadableOwner::isTold);
    findings.addAll(
        more.stream().filter(finding -> !told || !UnreadableOwner.isTold(finding)).toList());
  }

  public void warnIfSlow(Step step, TimeLimit limit, long from, long to) {
    limit
        .slow(from, to, context.stalls())
        .ifPresent(soft -> {
          String allowed = DurationText.of(limit.softLimit());
          finding(FindingKind.TOO_SLOW)
              .in(step)
              .doubtful(soft.doubtful(to))
              .expected(step.label() + " within " + allowed)
              .says(
                  "Step %s was slow: %s (expected: %s)",
                  step.label(), DurationText.between(from, to), allowed);
        });
  }

  /** Warns of each once in a step; that there is no way from here to it is no fault of theirs. */
  public void warnOfDead(Step step, List<DeadAddress> addresses) {
    for (DeadAddress dead : addresses) {
      if (deadAddresses.computeIfAbsent(step, _ -> new HashSet<>()).add(dead)) {
        finding(FindingKind.CONNECT_FAILED)
            .in(step)
            .as(dead.ours() ? Severity.INFO : Severity.WARNING)
            .expected("an answer from each address of " + dead.host())
            .says(
                "%s, an address of %s, %s; another address answered",
                dead.address(), dead.host(), dead.seen());
      }
    }
  }

  /** Null where there was no certificate. */
  public void certificateSeen(Step step, @Nullable Instant end) {
    if (end != null) {
      certificateEnds.merge(step, end, (one, other) -> one.isBefore(other) ? one : other);
    }
  }

  /** When the first of a step's certificates ends; none for a step that has met none. */
  public Map<Step, Instant> certificateEnds() {
    return Map.copyOf(certificateEnds);
  }

  /** A reply of the login or of an upgrade, which may tell the target's release. */
  public void replied(HttpReply reply) {
    release.read(reply);
  }

  /** The target's release; null where no header tells it. */
  public @Nullable SeenRelease release() {
    return release.release(this::redact);
  }

  public List<StepResult> steps(JourneyKind journey) {
    return journey.steps().stream().map(this::result).toList();
  }

  private StepResult result(Step step) {
    Span span = steps.get(step);
    if (span == null) {
      return new StepResult(step, StepResult.State.SKIPPED, Duration.ZERO, Duration.ZERO);
    }
    Duration age = step == Step.LOGIN ? tokenAge : null;
    StepResult.State walked = age == null ? StepResult.State.PASSED : StepResult.State.REUSED;
    return new StepResult(
        step,
        findings.failed(step) ? StepResult.State.FAILED : walked,
        since(span.from()),
        Duration.ofNanos(span.to() - span.from()),
        age,
        step == Step.LOGIN ? loginFailingSince : null);
  }

  public Transcript transcript() {
    return transcript
        .transcript()
        .withExchanges(exchanges.all(redactor::redact))
        .withTexts(framesBeforeSecret, redactor::redact);
  }

  /** Sorted by time, and without any secret known by now. */
  public List<Finding> findings() {
    return findings.all().stream().map(finding -> finding.withTexts(redactor::redact)).toList();
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(nanos - start);
  }

  private record Span(long from, long to) {}
}
