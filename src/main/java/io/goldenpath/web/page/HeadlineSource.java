package io.goldenpath.web.page;

import io.goldenpath.maintenance.MaintenanceBoard;
import io.goldenpath.verdict.ProbeState;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says the state of probes in one sentence, and how many of them are in maintenance. */
@Component
public record HeadlineSource(MaintenanceBoard maintenance, InstantSource clock) {

  /** Takes the worst state first. */
  public Headline of(List<ProbeState> states) {
    long maintained =
        states.stream()
            .filter(state -> maintenance.current(state.probe().id()).isPresent())
            .count();
    return Headline.of(states, new PageFormat(clock.instant()))
        .withMaintenance(maintained, states.size());
  }
}
