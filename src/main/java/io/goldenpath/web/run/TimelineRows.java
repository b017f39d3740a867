package io.goldenpath.web.run;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.strip.Station;
import io.goldenpath.web.run.TimelineRow.Difference;
import io.goldenpath.web.run.TimelineRow.Kind;
import io.goldenpath.web.run.TimelineRow.Lane;
import io.goldenpath.web.run.TimelineRow.Name;
import io.goldenpath.web.run.TimelineRow.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws the steps of a user, with the phases, events and waits that belong to them. */
final class TimelineRows {

  /** Shorter ones are the time that the monitor takes from one step to the next. */
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);

  private final TimelineUser user;
  private final TimeScale scale;
  private final StepLimits limits;
  private final List<TimelineRow> rows = new ArrayList<>();

  private TimelineRows(TimelineUser user, TimeScale scale) {
    this.user = user;
    this.scale = scale;
    this.limits = new StepLimits(user.probe().limits(), scale);
  }

  static TimelineView of(TimelineUser user, TimeScale scale) {
    TimelineRows drawing = new TimelineRows(user, scale);
    user.chronological().forEach(drawing::add);
    return new TimelineView(
        List.copyOf(drawing.rows), scale.endText(), scale.zeroX(), scale.zeroShare());
  }

  private void add(StepResult result) {
    if (result.state() != StepResult.State.SKIPPED) {
      switch (result.step()) {
        case SEND -> waited("hold", end(Step.WELCOME), result.start());
        case CLOSE -> waited("listen", terminal(), result.start());
        default -> {}
      }
    }
    step(result);
    switch (result.step()) {
      case CONNECT -> phases(result);
      case EVENTS ->
          new EventRows(user, scale, limits)
              .rows()
              .forEach(row -> row(row.name(), row.times(), row.lane(), row.findings()));
      default -> {}
    }
  }

  private void step(StepResult result) {
    List<FindingView.Reference> findings = user.foundIn(result.step());
    String state = TimelineUser.state(result.state().label(), findings);
    Name name = new Name(Kind.STEP, result.step().label(), state, List.of());
    if (result.state() == StepResult.State.SKIPPED) {
      row(name, Times.of("", "not reached"), Lane.EMPTY, findings);
      return;
    }
    Duration start = start(user.run(), result);
    Optional<TimeLimit> limit = limits.of(result);
    row(
        name,
        Times.of(scale.zero().text(start), took(result))
            .limited(limit.map(StepLimits::text).orElse(""))
            .compared(difference(result)),
        new Lane(
            scale.bar(start, result.end().minus(start)),
            user.otherStep(result.step()).map(this::otherBar).orElse(null),
            limit.map(some -> limits.marks(some, start)).orElse(List.of()),
            List.of()),
        findings);
  }

  /** An answer takes as long as the user waits for it. */
  private static Duration start(UserRun run, StepResult result) {
    return result.step() == Step.ANSWER ? run.sentAt().orElse(result.start()) : result.start();
  }

  private TimeScale.Bar otherBar(StepResult result) {
    Duration start = start(Objects.requireNonNull(user.other()), result);
    return scale.otherBar(start, result.end().minus(start));
  }

  private String took(StepResult result) {
    return result.state() == StepResult.State.REUSED
        ? Station.reused(Objects.requireNonNull(result.tokenAge()))
        : DurationText.of(result.end().minus(start(user.run(), result)));
  }

  private Difference difference(StepResult result) {
    UserRun other = user.other();
    Optional<StepResult> same = user.otherStep(result.step());
    if (other == null || same.isEmpty()) {
      return other == null ? Difference.NONE : TimeDifference.of(result.duration(), null);
    }
    boolean comparable =
        result.step() != Step.CLOSE
            && (result.tokenAge() == null) == (same.get().tokenAge() == null);
    return comparable && result.tokenAge() == null
        ? TimeDifference.of(
            result.end().minus(start(user.run(), result)),
            same.get().end().minus(start(other, same.get())))
        : Difference.NONE;
  }

  private void phases(StepResult connect) {
    Map<String, Duration> others =
        user.other() == null ? Map.of() : user.other().connectPhases().durations();
    Duration start = connect.start();
    for (Map.Entry<String, Duration> phase : user.run().connectPhases().durations().entrySet()) {
      Duration duration = phase.getValue();
      Duration other = others.get(phase.getKey());
      row(
          new Name(Kind.PHASE, phase.getKey(), "passed", List.of()),
          Times.of(scale.zero().text(start), DurationText.of(duration))
              .compared(other == null ? Difference.NONE : TimeDifference.of(duration, other)),
          new Lane(scale.bar(start, duration), null, List.of(), List.of()),
          List.of());
      start = start.plus(duration);
    }
  }

  private void waited(String name, @Nullable Duration from, Duration to) {
    if (from != null && to.minus(from).compareTo(SHORTEST_WAIT) >= 0) {
      row(
          new Name(Kind.WAIT, name + " (our own wait)", "passed", List.of()),
          Times.of(scale.zero().text(from), DurationText.of(to.minus(from))),
          new Lane(scale.bar(from, to.minus(from)), null, List.of(), List.of()),
          List.of());
    }
  }

  private @Nullable Duration end(Step step) {
    return user.run().executed(step).map(StepResult::end).orElse(null);
  }

  private @Nullable Duration terminal() {
    return user.run().executed(Step.ANSWER).isPresent() ? end(Step.ANSWER) : end(Step.EVENTS);
  }

  private void row(Name name, Times times, Lane lane, List<FindingView.Reference> findings) {
    String id = "row-" + user.run().slot() + "-" + (rows.size() + 1);
    rows.add(new TimelineRow(id, name, times, lane, findings));
  }
}
