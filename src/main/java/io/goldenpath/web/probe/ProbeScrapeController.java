package io.goldenpath.web.probe;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.web.access.AccessInterceptor;
import io.goldenpath.web.api.ApiProblems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the result of one probe at each scrape, in place of blackbox_exporter. */
@RestController
record ProbeScrapeController(
    VerdictBoard board, ScrapedRuns runs, AccessInterceptor access, InstantSource clock) {

  private static final String TIMEOUT = "X-Prometheus-Scrape-Timeout-Seconds";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int NAMED = 20;

  /** A run has this long, beside its own timeout, to get its users and to be told of. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** Starts a run only for who may act, since it costs a login. */
  @GetMapping("/probe")
  ResponseEntity<String> probe(
      @RequestParam Map<String, String> parameters,
      @RequestHeader(name = TIMEOUT, required = false) @Nullable String timeout,
      HttpServletRequest request)
      throws InterruptedException {
    ProbeRequest asked = ProbeRequest.of(parameters, timeout);
    String note = renew(asked, access.mayAct(request));
    ProbeResult result = result(asked, note);
    return asked.debug()
        ? text(TEXT, DebugText.of(result))
        : text(ExpositionText.CONTENT_TYPE, ProbeMetrics.of(result));
  }

  /** Returns why there is no newer run, or nothing. */
  private String renew(ProbeRequest asked, boolean mayAct) throws InterruptedException {
    ProbeResult known = result(asked, "");
    if (known.isRecent() && !asked.fresh()) {
      return "";
    }
    ProbeId probe = known.state().probe().id();
    Duration most = known.state().probe().cadence().timeout().plus(GRACE);
    return mayAct
        ? runs.await(probe, asked.patience(most))
        : "a newer run would need the right to act: goldenpath.access.token, or loopback without one";
  }

  private ProbeResult result(ProbeRequest asked, String note) {
    ProbeState state =
        asked.probe().flatMap(board::state).orElseThrow(() -> notConfigured(board.states()));
    return new ProbeResult(state, note, clock.instant());
  }

  private static ErrorResponseException notConfigured(List<ProbeState> states) {
    List<String> names =
        states.stream().map(state -> state.probe().id().toString()).sorted().toList();
    String more = names.size() > NAMED ? " and %d more".formatted(names.size() - NAMED) : "";
    return ApiProblems.of(
        HttpStatus.NOT_FOUND,
        "No such target with such a journey is configured; there are: %s%s"
            .formatted(String.join(", ", names.subList(0, Math.min(NAMED, names.size()))), more));
  }

  private static ResponseEntity<String> text(String type, String text) {
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, type).body(text);
  }
}
