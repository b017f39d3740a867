package io.goldenpath.web.api;

import io.goldenpath.history.RunHistory;
import io.goldenpath.history.RunJson;
import io.goldenpath.history.RunSummaryJson;
import io.goldenpath.schedule.Schedule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of stored runs and of those in flight. */
@RestController
record RunsController(RunHistory history, Schedule schedule) {

  /** Newest first. */
  @GetMapping("/api/runs")
  Map<String, List<RunSummaryJson>> runs(@RequestParam Map<String, String> parameters) {
    RunQuery query = RunQuery.of(parameters);
    return Map.of(
        "runs",
        Stream.concat(inFlight(), history.runs().stream().map(RunSummaryJson::of))
            .filter(query::matches)
            .sorted(Comparator.comparing((RunSummaryJson run) -> run.info().startedAt()).reversed())
            .limit(query.limit())
            .toList());
  }

  @GetMapping("/api/runs/{id}")
  RunJson run(@PathVariable String id) {
    return history
        .find(id)
        .map(RunJson::of)
        .or(() -> schedule.inFlight(id).map(RunJson::inFlight))
        .orElseThrow(() ->
            ApiProblems.of(
                HttpStatus.NOT_FOUND,
                "Run not found; the last %d runs and the last %d failures of each probe are stored"
                    .formatted(RunHistory.CAPACITY, RunHistory.CAPACITY)));
  }

  /** A run that has just ended may still count as in flight. */
  private Stream<RunSummaryJson> inFlight() {
    return schedule.inFlight().stream()
        .filter(info -> history.find(info.id()).isEmpty())
        .map(RunSummaryJson::inFlight);
  }
}
