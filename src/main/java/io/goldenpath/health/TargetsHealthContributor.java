package io.goldenpath.health;

import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.run.Run;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Current verdicts as health: {@code targets/{target}/{journey}}. */
@Component("targetsHealthContributor")
record TargetsHealthContributor(
    VerdictBoard board, @Value("${server.servlet.context-path:}") String contextPath)
    implements CompositeHealthContributor {

  private static final int MAX_FINDINGS = 20;

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
          .put(
              state.probe().journey().label(),
              (HealthIndicator) () -> health(state, board, contextPath));
    }
    Map<String, HealthContributor> contributors = new LinkedHashMap<>();
    targets.forEach((target, journeys) ->
        contributors.put(target, CompositeHealthContributor.fromMap(journeys)));
    return contributors;
  }

  /** The verdict, with the details that a person on call asks for next. */
  static Health health(ProbeState state, VerdictBoard board, String contextPath) {
    Health.Builder health =
        Health.status(new Status(state.verdict().name()))
            .withDetail("since", state.since().truncatedTo(ChronoUnit.MILLIS).toString())
            .withDetail("why", state.reason());
    state
        .causeSince()
        .map(since -> since.truncatedTo(ChronoUnit.MILLIS).toString())
        .ifPresent(since -> health.withDetail("whySince", since));
    Map<String, String> labels = state.probe().target().labels();
    if (!labels.isEmpty()) {
      health.withDetail("labels", labels);
    }
    ProbeId probe = state.probe().id();
    if (state.flapping()) {
      health.withDetail("flapping", true);
    }
    board.skips(probe).ifPresent(some -> health.withDetail("skipped", some.text()));
    List<Regression> open = board.regressions(probe).open();
    if (!open.isEmpty()) {
      health.withDetail("regressions", open.stream().map(Regression::sentence).toList());
    }
    Run last = state.lastRun();
    if (last != null) {
      FindingSummary findings = FindingSummary.of(last.findings(), MAX_FINDINGS);
      boolean several = last.users().size() > 1;
      health
          .withDetail("lastRun", last.endedAt().truncatedTo(ChronoUnit.MILLIS).toString())
          .withDetail("outcome", last.outcome().label())
          .withDetail("findings", findings.lines(finding -> finding.headline(several)).toList())
          .withDetail("page", contextPath + "/runs/" + last.id());
      if (last.maintenance() != null) {
        health.withDetail("maintenance", last.maintenance());
      }
    }
    return health.build();
  }
}
