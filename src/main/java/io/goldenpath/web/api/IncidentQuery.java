package io.goldenpath.web.api;

import io.goldenpath.incident.IncidentCursor;
import io.goldenpath.incident.IncidentFilter;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** Which incidents are asked for, and how many at most. */
record IncidentQuery(IncidentFilter filter, int limit) {

  private static final List<String> PARAMETERS =
      List.of("target", "journey", "open", "limit", "before");

  static IncidentQuery of(MultiValueMap<String, String> given) {
    QueryParameters parameters = QueryParameters.of(given, PARAMETERS);
    return new IncidentQuery(
        new IncidentFilter(
            parameters.target(),
            parameters.journey(),
            parameters.flag("open"),
            parameters.before(IncidentCursor::of)),
        parameters.limit());
  }
}
