package io.goldenpath.strip;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Expiry;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.strip.Station.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Progress of one user on the path: the stations, each with the finding that belongs there. */
record PathProgress(Probe probe, UserRun user, List<Finding> findings) {

  static PathProgress of(Probe probe, Run run, UserRun user) {
    return new PathProgress(
        probe,
        user,
        run.findings().stream().filter(finding -> finding.slot() == user.slot()).toList());
  }

  static PathProgress notStarted(Probe probe, List<Finding> findings) {
    UserRun nobody =
        new UserRun(1, List.of(), ConnectPhases.NONE, List.of(), Transcript.EMPTY, Expiry.NONE);
    return new PathProgress(probe, nobody, findings);
  }

  List<Station> stations() {
    return ReconnectPlacement.place(
        probe.journey().steps().stream().flatMap(this::stations).toList(),
        user.step(Step.RECONNECT).map(StepResult::start).orElse(null),
        probe);
  }

  private Stream<Station> stations(Step step) {
    return step == Step.EVENTS && !probe.events().isEmpty()
        ? events().stream()
        : Stream.of(station(step));
  }

  private Station station(Step step) {
    Finding worst = worstFinding(finding -> finding.step() == step);
    Optional<StepResult> executed = user.executed(step);
    State state = state(executed.map(PathProgress::state).orElse(State.SKIPPED), worst);
    Duration end = executed.map(StepResult::end).orElse(null);
    Optional<Duration> took =
        step == Step.ANSWER ? user.timeToAnswer() : executed.map(PathProgress::duration);
    return new Station(step.label(), step, state, end, took.orElse(null), worst);
  }

  private List<Station> events() {
    EventAttribution attribution = new EventAttribution(probe.events(), arrived());
    return inOrderOfPassing(
        probe.events().stream()
            .map(event -> event(event, worstFinding(found -> attribution.concerns(found, event))))
            .toList());
  }

  private Station event(String event, @Nullable Finding worst) {
    EventArrival arrival = arrived().stream().filter(named(event)).findFirst().orElse(null);
    if (arrival != null) {
      State state = state(State.PASSED, worst);
      return new Station(event, Step.EVENTS, state, arrival.at(), arrival.delay(), worst);
    }
    Duration end = worst == null || anyLater(event) ? null : worst.evidence().at();
    return new Station(
        event, Step.EVENTS, state(State.SKIPPED, worst), end, sinceMessage(end), worst);
  }

  /** First arrivals; of the terminal event, which sub-agents send too, the last. */
  private List<EventArrival> arrived() {
    return probe.events().stream().flatMap(event -> arrival(event).stream()).toList();
  }

  private Optional<EventArrival> arrival(String event) {
    Stream<EventArrival> arrivals = user.events().stream().filter(named(event));
    if (!event.equals(probe.events().getLast())) {
      return arrivals.findFirst();
    }
    return user.executed(Step.ANSWER)
        .flatMap(_ -> user.executed(Step.EVENTS))
        .flatMap(events ->
            arrivals
                .filter(arrival -> arrival.at().compareTo(events.end()) <= 0)
                .reduce((_, later) -> later));
  }

  private boolean anyLater(String event) {
    List<String> later =
        probe.events().subList(probe.events().indexOf(event) + 1, probe.events().size());
    return arrived().stream().anyMatch(arrival -> later.contains(arrival.event()));
  }

  private @Nullable Duration sinceMessage(@Nullable Duration at) {
    return at == null ? null : user.sentAt().map(at::minus).orElse(null);
  }

  private @Nullable Finding worstFinding(Predicate<Finding> here) {
    return Finding.heaviest(findings.stream().filter(here)).orElse(null);
  }

  private static Predicate<EventArrival> named(String event) {
    return arrival -> arrival.event().equals(event);
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

  private static Duration duration(StepResult result) {
    Duration age = result.state() == StepResult.State.REUSED ? result.tokenAge() : null;
    return age == null ? result.duration() : age;
  }

  private static State state(StepResult result) {
    return switch (result.state()) {
      case PASSED -> State.PASSED;
      case REUSED -> State.REUSED;
      case FAILED -> State.FAILED;
      case SKIPPED -> State.SKIPPED;
    };
  }

  private static State state(State executed, @Nullable Finding worst) {
    if (worst == null) {
      return executed;
    }
    return switch (worst.severity()) {
      case CRITICAL, ERROR -> State.FAILED;
      case WARNING -> State.DEGRADED;
      case INFO -> executed == State.FAILED ? State.DEGRADED : executed;
    };
  }
}
