package io.goldenpath.web.api;

import io.goldenpath.history.RunSummaryJson;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.Outcome;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Filter for runs by labels and an exclusive latest start; what is null does not filter. */
record RunQuery(
    @Nullable String target,
    @Nullable String journey,
    @Nullable String outcome,
    int limit,
    @Nullable Instant before) {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;
  private static final List<String> PARAMETERS =
      List.of("target", "journey", "outcome", "limit", "before");
  private static final List<String> JOURNEYS =
      Arrays.stream(JourneyKind.values()).map(JourneyKind::label).toList();
  private static final List<String> OUTCOMES =
      Arrays.stream(Outcome.values()).map(Outcome::label).toList();

  static RunQuery of(Map<String, String> parameters) {
    Set<String> unknown = new TreeSet<>(parameters.keySet());
    PARAMETERS.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw problem(
          "Unknown parameter " + unknown.iterator().next() + "; expected one of " + PARAMETERS);
    }
    return new RunQuery(
        parameters.get("target"),
        oneOf("journey", JOURNEYS, parameters.get("journey")),
        oneOf("outcome", OUTCOMES, parameters.get("outcome")),
        limit(parameters.get("limit")),
        before(parameters.get("before")));
  }

  boolean matches(RunSummaryJson run) {
    return (target == null || target.equals(run.info().target()))
        && (journey == null || journey.equals(run.info().journey()))
        && (outcome == null || outcome.equals(run.result().outcome()))
        && (before == null || run.info().startedAt().isBefore(before));
  }

  private static @Nullable String oneOf(String name, List<String> known, @Nullable String value) {
    if (value != null && !known.contains(value)) {
      throw problem("%s must be one of %s, but is '%s'".formatted(name, known, value));
    }
    return value;
  }

  private static int limit(@Nullable String value) {
    if (value == null) {
      return DEFAULT_LIMIT;
    }
    if (!value.matches("[1-9][0-9]{0,2}") || Integer.parseInt(value) > MAX_LIMIT) {
      throw problem("limit must be a number from 1 to %d, but is '%s'".formatted(MAX_LIMIT, value));
    }
    return Integer.parseInt(value);
  }

  private static @Nullable Instant before(@Nullable String value) {
    try {
      return value == null ? null : Instant.parse(value);
    } catch (DateTimeParseException _) {
      throw problem(
          "before must be a time such as 2026-11-23T04:41:37.123Z, but is '%s'".formatted(value));
    }
  }

  private static ErrorResponseException problem(String detail) {
    return ApiProblems.of(HttpStatus.BAD_REQUEST, detail);
  }
}
