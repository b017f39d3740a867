package io.goldenpath;

import io.goldenpath.history.recording.StoreReader;
import io.goldenpath.incident.IncidentBoard;
import io.goldenpath.incident.storage.IncidentSearch;
import io.goldenpath.incident.storage.IncidentStorage;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.regression.RegressionBoard;
import io.goldenpath.settings.reader.Settings;
import io.goldenpath.verdict.VerdictBoard;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Wires incidents. */
@Configuration(proxyBeanMethods = false)
class IncidentConfiguration {

  /** After the verdict board, by whose verdicts it goes. */
  @Bean
  @Order(2)
  IncidentBoard incidentBoard(
      VerdictBoard verdicts, RegressionBoard regressions, InstantSource clock) {
    return new IncidentBoard(verdicts, regressions::release, clock);
  }

  @Bean
  IncidentStorage incidentStorage(
      IncidentBoard board, Settings settings, InstantSource clock, Stopwatch stopwatch) {
    return new IncidentStorage(board, settings.history().aggregates(), clock, stopwatch);
  }

  @Bean
  IncidentSearch incidentSearch(IncidentBoard board, StoreReader store) {
    return new IncidentSearch(board, store);
  }
}
