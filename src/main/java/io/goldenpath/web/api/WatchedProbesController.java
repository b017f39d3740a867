package io.goldenpath.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of how probes are watched: what is scheduled, how often, and within which limits. */
@RestController
record WatchedProbesController(VerdictBoard board, Schedule schedule) {

  /**
   * One probe.
   *
   * @param limits By their name in the settings.
   */
  record ProbeJson(
      @JsonUnwrapped ProbeId probe,
      Verdict verdict,
      Instant since,
      @JsonUnwrapped CadenceJson cadence,
      @JsonUnwrapped TargetJson watched,
      Map<String, TimeLimit> limits) {}

  /**
   * When it runs.
   *
   * @param every Null where it runs on demand only.
   */
  record CadenceJson(@Nullable Duration every, Duration timeout, @Nullable Instant nextRun) {}

  /** What it runs against. */
  record TargetJson(int users, String dialect, String contract, Map<String, String> labels) {

    static TargetJson of(Target target) {
      return new TargetJson(
          target.users().size(), target.dialect(), target.contract(), target.labels());
    }
  }

  /** Worst first. */
  @GetMapping("/api/probes")
  Map<String, List<ProbeJson>> probes(@RequestParam MultiValueMap<String, String> parameters) {
    List<ProbeState> states = board.states();
    List<ProbeId> wanted = ProbeQuery.of(parameters).watched(states);
    return Map.of(
        "probes",
        states.stream()
            .filter(state -> wanted.contains(state.probe().id()))
            .map(this::json)
            .toList());
  }

  private ProbeJson json(ProbeState state) {
    Probe probe = state.probe();
    return new ProbeJson(
        probe.id(),
        state.verdict(),
        state.since(),
        new CadenceJson(
            probe.cadence().period().orElse(null),
            probe.cadence().timeout(),
            schedule.nextRun(probe.id()).orElse(null)),
        TargetJson.of(probe.target()),
        limits(probe.limits()));
  }

  private static Map<String, TimeLimit> limits(TimeLimits limits) {
    Map<String, TimeLimit> named = new LinkedHashMap<>();
    named.put("login", limits.login());
    named.put("connect", limits.connect());
    named.put("welcome", limits.welcome());
    named.put("queue", limits.queue());
    named.put("first-event", limits.firstEvent());
    named.put("gap", limits.gap());
    named.put("tool", limits.tool());
    named.put("answer", limits.answer());
    named.put("reconnect", limits.reconnect());
    named.put("close", TimeLimit.of(limits.close()));
    return named;
  }
}
