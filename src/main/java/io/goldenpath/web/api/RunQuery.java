package io.goldenpath.web.api;

import io.goldenpath.history.FindingCriteria;
import io.goldenpath.history.RunCriteria;
import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Which runs are asked for, and how many at most. */
record RunQuery(RunCriteria criteria, int limit) {

  private static final int SHORTEST_TEXT = 2;
  private static final int LONGEST_TEXT = 100;

  private static final List<String> PARAMETERS =
      List.of(
          "target", "journey", "outcome", "step", "kind", "text", "since", "until", "limit",
          "before");

  static RunQuery of(MultiValueMap<String, String> given) {
    QueryParameters parameters = QueryParameters.of(given, PARAMETERS);
    return new RunQuery(
        new RunCriteria(
            parameters.target(),
            parameters.journey(),
            parameters.oneOf("outcome", Outcome.values()),
            new FindingCriteria(
                parameters.oneOf("kind", FindingKind.values()),
                parameters.oneOf("step", Step.values()),
                parameters.text("text", SHORTEST_TEXT, LONGEST_TEXT)),
            parameters.time("since"),
            earlier(parameters.time("until"), parameters.before(Cursor::of))),
        parameters.limit());
  }

  private static @Nullable Cursor earlier(@Nullable Instant until, @Nullable Cursor before) {
    if (until == null) {
      return before;
    }
    return before == null || before.startedAt().isAfter(until) ? new Cursor(until, "") : before;
  }
}
