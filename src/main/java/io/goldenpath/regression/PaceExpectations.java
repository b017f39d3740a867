package io.goldenpath.regression;

import static io.goldenpath.model.finding.RegressionKind.ANSWER_CHANGED;
import static io.goldenpath.model.finding.RegressionKind.LATENCY_SHIFTED;

import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long events, answers and their texts were in some runs, which are in order of time. What is
 * needed of them is sorted once, and serves for all runs that are compared.
 */
final class PaceExpectations {

  /** Of twenty runs against two hundred; fewer need more. */
  private static final double LEAST_SHARE = 0.2;

  private static final double LEAST_MILLIS = 100;

  /** Half of the length, within what lengths scatter. */
  private static final double LEAST_LENGTH_SHARE = 0.4;

  private static final double LEAST_CHARACTERS = 20;

  /** Of a window of runs, how many must have an event for its pace to be judged. */
  private static final double MOST = 0.8;

  private final List<RunProfile> runs;
  private final double fromEachPart;
  private final Map<EventTransition, PaceSample> samples = new HashMap<>();
  private @Nullable PaceSample lengths;

  /**
   * {@code fromEachPart} is how far a shift must be from each part of them, as a share of what it
   * must be from all.
   */
  private PaceExpectations(List<RunProfile> runs, double fromEachPart) {
    this.runs = runs;
    this.fromEachPart = fromEachPart;
  }

  /** A day's pace swings: what was so at some time of the day is no change. */
  static PaceExpectations ofADay(List<RunProfile> runs) {
    return new PaceExpectations(runs, 1);
  }

  /** Runs just before a release, over which the pace may have drifted. */
  static PaceExpectations justBefore(List<RunProfile> runs) {
    return new PaceExpectations(runs, 0.5);
  }

  List<RunProfile> runs() {
    return runs;
  }

  /** What this window of runs shows otherwise; nothing where it is empty. */
  List<Deviation> deviations(List<RunProfile> window) {
    if (window.isEmpty() || runs.isEmpty()) {
      return List.of();
    }
    Map<Deviation.Key, Deviation> found = new LinkedHashMap<>();
    double explained = 0;
    for (EventTransition transition : transitions(window)) {
      Optional<PaceShift> shift = shift(window, transition);
      explained += shift.map(PaceShift::shift).orElse(0.0);
      shift.ifPresent(
          taken -> found.putIfAbsent(key(transition), latency(transition, taken, window)));
    }
    wholeAnswer(window, explained).ifPresent(answer -> found.put(answer.key(), answer));
    answerLength(window).ifPresent(answer -> found.put(answer.key(), answer));
    return List.copyOf(found.values());
  }

  /** The answer's own shift, unless that of its events accounts for most of it. */
  private Optional<Deviation> wholeAnswer(List<RunProfile> window, double explained) {
    return shift(window, RunProfile.WHOLE_ANSWER)
        .filter(shift -> Math.abs(shift.shift() - explained) > Math.abs(shift.shift()) / 2)
        .map(shift -> latency(RunProfile.WHOLE_ANSWER, shift, window));
  }

  private static Set<EventTransition> transitions(List<RunProfile> window) {
    Set<EventTransition> all =
        new TreeSet<>(
            Comparator.comparing(EventTransition::to).thenComparing(EventTransition::from));
    window.forEach(run -> all.addAll(run.millis().keySet()));
    all.remove(RunProfile.WHOLE_ANSWER);
    return all;
  }

  private static Deviation.Key key(EventTransition transition) {
    return new Deviation.Key(LATENCY_SHIFTED, transition.to());
  }

  private Optional<PaceShift> shift(List<RunProfile> window, EventTransition transition) {
    double[] later = times(window, transition);
    if (later.length < MOST * window.size() || !isRegular(transition)) {
      return Optional.empty();
    }
    PaceSample earlier =
        samples.computeIfAbsent(transition, each -> new PaceSample(times(runs, each)));
    double share =
        LEAST_SHARE * uncertainty(later.length, earlier.values().length) / uncertainty(20, 200);
    return PaceShift.of(earlier, later, share, LEAST_MILLIS)
        .filter(shift -> beyondAllParts(earlier, shift));
  }

  private boolean isRegular(EventTransition transition) {
    return samples.containsKey(transition)
        || runs.stream().filter(run -> run.millis().containsKey(transition)).count() * 2
            >= runs.size();
  }

  /** Of a difference of medians, in units of the runs' own scatter. */
  private static double uncertainty(int later, int earlier) {
    return Math.sqrt(1.0 / later + 1.0 / earlier);
  }

  /** Whether it is so far from every part of the runs before, too. */
  private boolean beyondAllParts(PaceSample earlier, PaceShift shift) {
    return Arrays.stream(earlier.partMedians())
        .allMatch(part ->
            (shift.after() - part) * Math.signum(shift.shift())
                >= Math.max(LEAST_MILLIS, part * LEAST_SHARE) * fromEachPart);
  }

  private static double[] times(List<RunProfile> runs, EventTransition transition) {
    return runs.stream()
        .flatMap(run -> Stream.ofNullable(run.millis().get(transition)))
        .mapToDouble(time -> time)
        .toArray();
  }

  private static Deviation latency(
      EventTransition transition, PaceShift shift, List<RunProfile> window) {
    String what =
        transition.equals(RunProfile.WHOLE_ANSWER)
            ? "answer"
            : transition.from().isEmpty()
                ? "first event " + transition.to()
                : transition.to() + " after " + transition.from();
    return new Deviation(
        key(transition),
        "%s %s → %s".formatted(what, time(shift.before()), time(shift.after())),
        shift.shift() < 0,
        began(window, run -> run.millis().getOrDefault(transition, shift.before()), shift));
  }

  /** The first run from which on nearly all lean to the new side. */
  private static Optional<RunProfile> began(
      List<RunProfile> window, ToDoubleFunction<RunProfile> value, PaceShift shift) {
    double middle = (shift.before() + shift.after()) / 2;
    Predicate<RunProfile> leans =
        run -> (value.applyAsDouble(run) - middle) * Math.signum(shift.shift()) > 0;
    return IntStream.range(0, window.size())
        .filter(from -> leans.test(window.get(from)))
        .filter(from ->
            window.stream().skip(from).filter(leans).count() >= MOST * (window.size() - from))
        .mapToObj(window::get)
        .findFirst();
  }

  private static String time(double millis) {
    return DurationText.of(Duration.ofNanos(Math.round(millis * 1e6)));
  }

  private Optional<Deviation> answerLength(List<RunProfile> window) {
    if (lengths == null) {
      lengths = new PaceSample(lengths(runs));
    }
    return PaceShift.of(lengths, lengths(window), LEAST_LENGTH_SHARE, LEAST_CHARACTERS)
        .filter(
            shift -> shift.shift() < 0 || shift.after() > shift.before() / (1 - LEAST_LENGTH_SHARE))
        .map(shift ->
            new Deviation(
                new Deviation.Key(ANSWER_CHANGED, RunProfile.ANSWER),
                "answer %.0f → %.0f characters".formatted(shift.before(), shift.after()),
                shift.shift() > 0,
                began(window, RunProfile::answerLength, shift)));
  }

  private static double[] lengths(List<RunProfile> runs) {
    return runs.stream().mapToDouble(RunProfile::answerLength).toArray();
  }
}
