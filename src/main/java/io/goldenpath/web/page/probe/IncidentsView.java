package io.goldenpath.web.page.probe;

import io.goldenpath.incident.Incident;
import io.goldenpath.incident.IncidentFilter;
import io.goldenpath.incident.storage.IncidentSearch;
import io.goldenpath.model.probe.ProbeId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The last incidents of a probe.
 *
 * @param open The one that is not over; null where there is none.
 * @param keptSince Of older ones nothing is known.
 * @param complete Whether those that are not in memory could be read.
 */
record IncidentsView(
    @Nullable Incident open, List<Incident> last, Instant keptSince, boolean complete) {

  private static final int SHOWN = 10;

  /** Where they are found. */
  @Component
  record Source(IncidentSearch search) {

    IncidentsView of(ProbeId probe) {
      List<Incident> last = search.newest(IncidentFilter.of(probe), SHOWN);
      return new IncidentsView(
          last.stream().filter(incident -> incident.end() == null).findFirst().orElse(null),
          last,
          search.keptSince(),
          search.complete());
    }
  }
}
