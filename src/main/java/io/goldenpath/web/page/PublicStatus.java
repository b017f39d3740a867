package io.goldenpath.web.page;

import io.goldenpath.model.run.Verdict;
import io.goldenpath.verdict.ProbeState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What everybody may know: how many golden paths are in which state, and which; neither why nor
 * where.
 */
record PublicStatus(String worst, String counts, List<Row> rows) {

  private static final List<Verdict> WORST_FIRST =
      List.of(Verdict.DOWN, Verdict.DEGRADED, Verdict.UNKNOWN, Verdict.UP);

  /** One probe. */
  record Row(String name, String verdict, PageFormat.TimeView since) {}

  /** Takes the worst state first. */
  static PublicStatus of(List<ProbeState> states, PageFormat format) {
    return new PublicStatus(
        states.isEmpty() ? Verdict.UNKNOWN.label() : states.getFirst().verdict().label(),
        states.isEmpty() ? "Nothing is watched" : counts(states),
        states.stream()
            .map(state ->
                new Row(
                    state.probe().target().name() + " " + state.probe().id().journey().label(),
                    state.verdict().label(),
                    format.minute(state.since())))
            .toList());
  }

  private static String counts(List<ProbeState> states) {
    return WORST_FIRST.stream()
        .flatMap(verdict -> count(states, verdict))
        .collect(Collectors.joining(" · "));
  }

  private static Stream<String> count(List<ProbeState> states, Verdict verdict) {
    long so = states.stream().filter(state -> state.verdict() == verdict).count();
    return so == 0 ? Stream.of() : Stream.of(so + " " + verdict.label());
  }
}
