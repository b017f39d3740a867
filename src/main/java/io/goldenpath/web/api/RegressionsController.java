package io.goldenpath.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.model.finding.RegressionKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.regression.RegressionBoard;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of open regressions; accepts what is now as the new baseline. */
@RestController
record RegressionsController(VerdictBoard board, RegressionBoard regressions) {

  private static final String BASELINE = "/api/probes/{target}/{journey}/baseline";

  /**
   * How far a baseline is learned.
   *
   * @param learned Runs of it.
   * @param needed Runs that it needs before anything is held against it.
   */
  record BaselineJson(int learned, int needed) {

    static BaselineJson of(RegressionState state) {
      return new BaselineJson(state.learned(), state.needed());
    }
  }

  /** One open regression. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RegressionJson(
      @JsonUnwrapped ProbeId probe,
      RegressionKind kind,
      String event,
      Severity severity,
      String message,
      @JsonUnwrapped MarkJson first) {

    static RegressionJson of(ProbeId probe, Regression open) {
      return new RegressionJson(
          probe,
          open.kind(),
          open.event(),
          open.severity(),
          open.change(),
          MarkJson.of(open.first()));
    }
  }

  /** The run that began it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MarkJson(
      Instant since, String firstRun, @Nullable String lastGoodRun, @Nullable String release) {

    static MarkJson of(Regression.RunMark mark) {
      return new MarkJson(mark.at(), mark.run(), mark.lastGood(), mark.release());
    }
  }

  @GetMapping("/api/regressions")
  Map<String, List<RegressionJson>> open(@RequestParam MultiValueMap<String, String> parameters) {
    return Map.of(
        "regressions",
        ProbeQuery.of(parameters).watched(board.states()).stream().flatMap(this::open).toList());
  }

  private Stream<RegressionJson> open(ProbeId probe) {
    return board.regressions(probe).open().stream().map(found -> RegressionJson.of(probe, found));
  }

  /** How far the baseline of a probe is learned. */
  @GetMapping(BASELINE)
  BaselineJson baseline(@PathVariable String target, @PathVariable String journey) {
    return JourneyKind.of(journey)
        .map(kind -> new ProbeId(target, kind))
        .filter(probe -> board.state(probe).isPresent())
        .map(probe -> BaselineJson.of(board.regressions(probe)))
        .orElseThrow(RegressionsController::notWatched);
  }

  /** Closes the probe's regressions, and learns anew. */
  @PostMapping(BASELINE)
  BaselineJson accept(@PathVariable String target, @PathVariable String journey) {
    return JourneyKind.of(journey)
        .flatMap(kind -> regressions.accept(new ProbeId(target, kind)))
        .map(BaselineJson::of)
        .orElseThrow(RegressionsController::notWatched);
  }

  private static ErrorResponseException notWatched() {
    return ApiProblems.of(HttpStatus.NOT_FOUND, "No probe of this name is watched");
  }
}
