package io.goldenpath.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenpath.history.FoundRuns;
import io.goldenpath.history.RunHistory;
import io.goldenpath.history.RunJson;
import io.goldenpath.history.RunSearch;
import io.goldenpath.history.RunSummaryJson;
import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.schedule.Schedule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of stored runs and of those in flight. */
@RestController
record RunsController(RunSearch history, Schedule schedule) {

  /**
   * One page of a list.
   *
   * @param next Value of {@code before} for the next page; null where there is none. A page may be
   *     short, and yet not the last, where findings are looked for.
   */
  record RunsJson(
      List<RunSummaryJson> runs,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {}

  /** Newest first, those in flight before all others. */
  @GetMapping("/api/runs")
  RunsJson runs(@RequestParam MultiValueMap<String, String> parameters) {
    RunQuery query = RunQuery.of(parameters);
    FoundRuns ended = history.page(query.criteria(), query.limit());
    List<RunSummaryJson> runs =
        Stream.concat(inFlight(query), ended.runs().stream().map(RunSummaryJson::of))
            .limit(query.limit())
            .toList();
    return new RunsJson(runs, next(runs, query.limit(), ended.next()));
  }

  private static @Nullable String next(
      List<RunSummaryJson> shown, int limit, @Nullable Cursor place) {
    if (shown.size() < limit) {
      return place == null ? null : place.toString();
    }
    RunInfo last = shown.getLast().info();
    return new Cursor(last.startedAt(), last.id()).toString();
  }

  @GetMapping("/api/runs/{id}")
  RunJson run(@PathVariable String id) {
    return history
        .find(id)
        .map(RunJson::of)
        .or(() -> schedule.inFlight(id).map(RunJson::inFlight))
        .orElseThrow(() -> ApiProblems.of(HttpStatus.NOT_FOUND, notFound()));
  }

  private String notFound() {
    return history.complete()
        ? "Run not found; see goldenpath.history for how long runs are stored"
        : "Run not found among the last %d of each probe; older ones cannot be read now"
            .formatted(RunHistory.CAPACITY);
  }

  /** A run that has just ended may still count as in flight. */
  private Stream<RunSummaryJson> inFlight(RunQuery query) {
    return schedule.inFlight().stream()
        .filter(info -> query.criteria().matchInFlight(info))
        .sorted(Comparator.comparing(RunInfo::startedAt).reversed())
        .filter(info -> history.inMemory(info.id()).isEmpty())
        .map(RunSummaryJson::inFlight);
  }
}
