package io.goldenpath.web.api;

import io.goldenpath.incident.IncidentCursor;
import io.goldenpath.incident.IncidentFilter;
import io.goldenpath.model.probe.JourneyKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which incidents are asked for, and how many at most. */
record IncidentQuery(IncidentFilter filter, int limit) {

  private static final List<String> PARAMETERS =
      List.of("target", "journey", "open", "limit", "before");

  static IncidentQuery of(Map<String, String> parameters) {
    RunQuery.refuseUnknown(parameters, PARAMETERS);
    return new IncidentQuery(
        new IncidentFilter(
            parameters.get("target"),
            RunQuery.oneOf("journey", JourneyKind.values(), parameters.get("journey")),
            open(parameters.get("open")),
            before(parameters.get("before"))),
        RunQuery.limit(parameters));
  }

  private static @Nullable Boolean open(@Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw RunQuery.problem("open must be true or false, but is '%s'".formatted(value));
    };
  }

  private static @Nullable IncidentCursor before(@Nullable String value) {
    return value == null
        ? null
        : IncidentCursor.of(value)
            .orElseThrow(() ->
                RunQuery.problem(
                    "before must be the 'next' of a page, or a time such as"
                        + " 2026-11-23T04:41:37.123Z, but is '%s'".formatted(value)));
  }
}
