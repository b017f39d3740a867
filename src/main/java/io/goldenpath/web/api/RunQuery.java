package io.goldenpath.web.api;

import io.goldenpath.history.RunCriteria;
import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Which runs are asked for, and how many at most. */
record RunQuery(RunCriteria criteria, int limit) {

  private static final String DEFAULT_LIMIT = "50";
  private static final int MAX_LIMIT = 500;
  private static final List<String> PARAMETERS =
      List.of("target", "journey", "outcome", "limit", "before");

  static RunQuery of(Map<String, String> parameters) {
    refuseUnknown(parameters, PARAMETERS);
    return new RunQuery(
        new RunCriteria(
            parameters.get("target"),
            oneOf("journey", JourneyKind.values(), parameters.get("journey")),
            oneOf("outcome", Outcome.values(), parameters.get("outcome")),
            before(parameters.get("before"))),
        limit(parameters));
  }

  static void refuseUnknown(Map<String, String> parameters, List<String> known) {
    Set<String> unknown = new TreeSet<>(parameters.keySet());
    known.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw problem(
          "Unknown parameter " + unknown.iterator().next() + "; expected one of " + known);
    }
  }

  static <T extends Labelled> @Nullable T oneOf(String name, T[] known, @Nullable String value) {
    if (value == null) {
      return null;
    }
    return Arrays.stream(known)
        .filter(one -> one.label().equals(value))
        .findFirst()
        .orElseThrow(() ->
            problem(
                "%s must be one of %s, but is '%s'"
                    .formatted(name, Arrays.stream(known).map(Labelled::label).toList(), value)));
  }

  static int limit(Map<String, String> parameters) {
    String value = parameters.getOrDefault("limit", DEFAULT_LIMIT);
    if (!value.matches("[1-9][0-9]{0,2}") || Integer.parseInt(value) > MAX_LIMIT) {
      throw problem("limit must be a number from 1 to %d, but is '%s'".formatted(MAX_LIMIT, value));
    }
    return Integer.parseInt(value);
  }

  private static @Nullable Cursor before(@Nullable String value) {
    return value == null
        ? null
        : Cursor.of(value)
            .orElseThrow(() ->
                problem(
                    "before must be the 'next' of a page, or a time such as"
                        + " 2026-11-23T04:41:37.123Z, but is '%s'".formatted(value)));
  }

  static ErrorResponseException problem(String detail) {
    return ApiProblems.of(HttpStatus.BAD_REQUEST, detail);
  }
}
