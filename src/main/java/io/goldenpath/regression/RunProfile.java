package io.goldenpath.regression;

import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.UserRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a baseline learns from a run: its first user's events, their fields, and how long each took.
 *
 * @param millis Mean time of each transition between two events, and of the whole answer as the
 *     transition from the message to {@link #ANSWER}.
 * @param answerLength Characters of the answer.
 */
record RunProfile(
    String run, Instant at, RunShape shape, Map<EventTransition, Double> millis, int answerLength) {

  static final String ANSWER = "answer";
  static final EventTransition WHOLE_ANSWER = new EventTransition("", ANSWER);

  /** Empty for a run that had no answer. */
  static Optional<RunProfile> of(Run run) {
    return run.users().stream()
        .filter(user -> user.timeToAnswer().isPresent() && !user.events().isEmpty())
        .min(Comparator.comparingInt(UserRun::slot))
        .map(user -> of(run, user));
  }

  private static RunProfile of(Run run, UserRun user) {
    List<String> names = user.events().stream().map(EventArrival::event).toList();
    int answer = user.events().stream().mapToInt(EventArrival::answerLength).max().orElse(0);
    return new RunProfile(
        run.id(), run.info().startedAt(), new RunShape(names, fields(user)), millis(user), answer);
  }

  private static Map<EventTransition, Double> millis(UserRun user) {
    Map<EventTransition, List<Double>> all = new HashMap<>();
    String from = "";
    Duration before = Duration.ZERO;
    for (EventArrival arrival : user.events()) {
      all.computeIfAbsent(new EventTransition(from, arrival.event()), _ -> new ArrayList<>())
          .add(millis(arrival.delay().minus(before)));
      from = arrival.event();
      before = arrival.delay();
    }
    Map<EventTransition, Double> means =
        all.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry ->
                        entry.getValue().stream().mapToDouble(each -> each).average().orElse(0)));
    user.timeToAnswer().ifPresent(time -> means.put(WHOLE_ANSWER, millis(time)));
    return Map.copyOf(means);
  }

  private static double millis(Duration time) {
    return Math.max(0, time.toNanos() / 1e6);
  }

  private static Map<String, Set<String>> fields(UserRun user) {
    Map<Integer, Frame> frames =
        user.transcript().frames().stream()
            .collect(Collectors.toMap(Frame::number, Function.identity()));
    Map<String, Set<String>> fields = new HashMap<>();
    for (EventArrival arrival : user.events()) {
      Frame frame = frames.get(arrival.frame());
      Set<String> pointers = frame == null ? Set.of() : FieldPointers.of(frame.text());
      if (!pointers.isEmpty()) {
        fields.computeIfAbsent(arrival.event(), _ -> new HashSet<>()).addAll(pointers);
      }
    }
    return fields;
  }
}
