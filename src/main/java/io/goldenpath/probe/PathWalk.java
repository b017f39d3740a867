package io.goldenpath.probe;

import io.goldenpath.probe.Station.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far one user came on the path, and where which finding belongs. */
record PathWalk(Probe probe, UserRun user, List<Finding> findings) {

  static PathWalk of(Probe probe, Run run, UserRun user) {
    return new PathWalk(
        probe,
        user,
        run.findings().stream().filter(finding -> finding.slot() == user.slot()).toList());
  }

  static PathWalk unwalked(Probe probe, Run run) {
    ConnectPhases none = new ConnectPhases(null, null, null, null);
    return new PathWalk(
        probe,
        new UserRun(1, List.of(), none, List.of(), Transcript.EMPTY, Expiry.NONE),
        run.findings());
  }

  PathStrip strip() {
    return new PathStrip(
        user.slot(),
        Reconnects.placed(
            probe.journey().steps().stream().flatMap(this::stations).toList(),
            user.step(Step.RECONNECT).map(StepResult::start).orElse(null),
            probe));
  }

  private Stream<Station> stations(Step step) {
    return step == Step.EVENTS && !probe.events().isEmpty()
        ? events().stream()
        : Stream.of(station(step));
  }

  private Station station(Step step) {
    Finding worst = worst(finding -> finding.step() == step);
    Optional<StepResult> walked = walked(step);
    State state = state(walked.map(PathWalk::state).orElse(State.SKIPPED), worst);
    return new Station(
        step.label(),
        step,
        state,
        walked.map(StepResult::end).orElse(null),
        (step == Step.ANSWER ? user.answer() : walked.map(StepResult::duration)).orElse(null),
        worst);
  }

  private List<Station> events() {
    EventBlame blame = new EventBlame(probe.events(), arrived());
    return inOrderOfPassing(
        probe.events().stream()
            .map(event -> event(event, worst(found -> blame.falls(found, event))))
            .toList());
  }

  private Station event(String event, @Nullable Finding worst) {
    Optional<EventMark> mark = arrived().stream().filter(on(event)).findFirst();
    if (mark.isPresent()) {
      return new Station(
          event,
          Step.EVENTS,
          state(State.PASSED, worst),
          mark.get().at(),
          mark.get().delay(),
          worst);
    }
    Duration end = worst == null || anyLater(event) ? null : worst.evidence().at();
    return new Station(
        event, Step.EVENTS, state(State.SKIPPED, worst), end, sinceMessage(end), worst);
  }

  /** First arrivals; of the terminal event, which agents of an agent send too, the last. */
  private List<EventMark> arrived() {
    return probe.events().stream().flatMap(event -> arrival(event).stream()).toList();
  }

  private Optional<EventMark> arrival(String event) {
    Stream<EventMark> marks = user.events().stream().filter(on(event));
    if (!event.equals(probe.events().getLast())) {
      return marks.findFirst();
    }
    return walked(Step.ANSWER)
        .flatMap(_ -> walked(Step.EVENTS))
        .flatMap(events ->
            marks
                .filter(mark -> mark.at().compareTo(events.end()) <= 0)
                .reduce((_, later) -> later));
  }

  private boolean anyLater(String event) {
    List<String> later =
        probe.events().subList(probe.events().indexOf(event) + 1, probe.events().size());
    return arrived().stream().anyMatch(mark -> later.contains(mark.event()));
  }

  private @Nullable Duration sinceMessage(@Nullable Duration at) {
    return at == null ? null : user.sentAt().map(at::minus).orElse(null);
  }

  private Optional<StepResult> walked(Step step) {
    return user.step(step).filter(result -> result.state() != StepResult.State.SKIPPED);
  }

  private @Nullable Finding worst(Predicate<Finding> here) {
    return findings.stream()
        .filter(here)
        .reduce((first, next) -> next.severity().compareTo(first.severity()) > 0 ? next : first)
        .orElse(null);
  }

  private static Predicate<EventMark> on(String event) {
    return mark -> mark.event().equals(event);
  }

  private static List<Station> inOrderOfPassing(List<Station> stations) {
    record Placed(Station station, Duration key) {}
    List<Placed> placed = new ArrayList<>();
    Duration last = Duration.ZERO;
    for (Station station : stations) {
      last = station.at() == null ? last : station.at();
      placed.add(new Placed(station, last));
    }
    return placed.stream().sorted(Comparator.comparing(Placed::key)).map(Placed::station).toList();
  }

  private static State state(StepResult result) {
    return result.state() == StepResult.State.PASSED ? State.PASSED : State.FAILED;
  }

  private static State state(State walked, @Nullable Finding worst) {
    if (worst == null) {
      return walked;
    }
    return switch (worst.severity()) {
      case CRITICAL, ERROR -> State.FAILED;
      case WARNING -> State.DEGRADED;
      case INFO -> walked == State.FAILED ? State.DEGRADED : walked;
    };
  }
}
