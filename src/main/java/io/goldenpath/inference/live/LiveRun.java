package io.goldenpath.inference.live;

import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run that passed, with the events that it had.
 *
 * @param events Events of the run, by arrival.
 * @param end Fields of the frame that ended it.
 */
public record LiveRun(Run run, List<LiveEvent> events, FrameFields end) {

  public LiveRun {
    events = List.copyOf(events);
  }

  List<String> names() {
    return events.stream().map(LiveEvent::name).toList();
  }

  /** When each event first came, by its place among all. */
  Map<String, Integer> firsts() {
    Map<String, Integer> firsts = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      firsts.putIfAbsent(events.get(i).name(), i);
    }
    return firsts;
  }

  List<LiveEvent> all(String name) {
    return events.stream().filter(event -> event.name().equals(name)).toList();
  }

  int count(String name) {
    return all(name).size();
  }

  /** Whether the same content came twice under this name. */
  boolean repeats(String name) {
    List<Integer> contents = all(name).stream().map(LiveEvent::content).toList();
    return contents.stream().distinct().count() < contents.size();
  }

  /** Empty where the step was not walked. */
  Optional<Duration> time(Step step) {
    Optional<UserRun> user = run.users().stream().findFirst();
    return step == Step.LOGIN
        ? user.flatMap(UserRun::walkedLogin).map(StepResult::duration)
        : user.flatMap(one -> one.executed(step)).map(StepResult::duration);
  }

  /** Longest time without an event, but for when something was open between these two. */
  Optional<Duration> gap(String opens, String closes) {
    return waits(opens, closes, false);
  }

  /** Longest time until all that was opened was closed. */
  Optional<Duration> open(String opens, String closes) {
    return waits(opens, closes, true);
  }

  private Optional<Duration> waits(String opens, String closes, boolean whileOpen) {
    List<Duration> waits = new ArrayList<>();
    int open = 0;
    Duration opened = Duration.ZERO;
    for (int i = 0; i < events.size(); i++) {
      LiveEvent event = events.get(i);
      if (i > 0 && open == 0 && !whileOpen) {
        waits.add(event.delay().minus(events.get(i - 1).delay()));
      }
      if (event.name().equals(opens)) {
        opened = open == 0 ? event.delay() : opened;
        open++;
      } else if (event.name().equals(closes) && open > 0) {
        open--;
        if (open == 0 && whileOpen) {
          waits.add(event.delay().minus(opened));
        }
      }
    }
    if (!whileOpen && !events.isEmpty()) {
      run.timeToAnswer().map(end -> end.minus(events.getLast().delay())).ifPresent(waits::add);
    }
    return waits.stream().max(Duration::compareTo);
  }
}
