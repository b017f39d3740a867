package io.goldenpath.health;

import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Current verdicts as health: {@code targets/{target}/{journey}}. */
@Component("targetsHealthContributor")
final class TargetsHealthContributor implements CompositeHealthContributor {

  private final VerdictBoard board;

  TargetsHealthContributor(VerdictBoard board) {
    this.board = board;
  }

  @Override
  public @Nullable HealthContributor getContributor(String target) {
    return targets().get(target);
  }

  @Override
  public Stream<Entry> stream() {
    return targets().entrySet().stream().map(entry -> new Entry(entry.getKey(), entry.getValue()));
  }

  private Map<String, HealthContributor> targets() {
    Map<String, Map<String, HealthContributor>> targets = new LinkedHashMap<>();
    for (ProbeState state : board.states()) {
      targets
          .computeIfAbsent(state.probe().target().name(), _ -> new LinkedHashMap<>())
          .put(state.probe().journey().label(), (HealthIndicator) () -> ProbeHealth.of(state));
    }
    Map<String, HealthContributor> contributors = new LinkedHashMap<>();
    targets.forEach((target, journeys) ->
        contributors.put(target, CompositeHealthContributor.fromMap(journeys)));
    return contributors;
  }
}
