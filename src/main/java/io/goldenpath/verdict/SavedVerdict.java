package io.goldenpath.verdict;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What outlives a restart of a probe's state.
 *
 * @param lastRun Id of its last valid run.
 */
record SavedVerdict(
    Verdict verdict,
    Instant since,
    String reason,
    @Nullable Cause cause,
    RunStreak streak,
    @Nullable LoginOutage loginOutage,
    VerdictVotes votes,
    String lastRun) {

  private static final int MAX_FINDINGS = 20;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  SavedVerdict {
    if (Stream.of(verdict, since, reason, streak, votes, lastRun).anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("a part is missing");
    }
  }

  /** Empty before the first run. */
  static Optional<String> write(ProbeState state) {
    Run last = state.lastRun();
    return last == null
        ? Optional.empty()
        : Optional.of(
            MAPPER.writeValueAsString(
                new SavedVerdict(
                    state.verdict(),
                    state.since(),
                    state.reason(),
                    brief(state.cause()),
                    state.streak(),
                    state.loginOutage(),
                    state.votes(),
                    last.id())));
  }

  /** Throws where the text is not of this version. */
  static SavedVerdict read(String text) throws JacksonException {
    return MAPPER.readValue(text, SavedVerdict.class);
  }

  ProbeState state(Probe probe, Run run) {
    return new ProbeState(probe, verdict, since, reason, cause, run, streak, loginOutage, votes);
  }

  private static @Nullable Cause brief(@Nullable Cause cause) {
    if (cause == null || cause.all().size() <= MAX_FINDINGS) {
      return cause;
    }
    List<Finding> heaviest = cause.all().subList(0, MAX_FINDINGS);
    return new Cause(cause.finding(), cause.since(), heaviest);
  }
}
