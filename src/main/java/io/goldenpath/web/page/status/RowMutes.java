package io.goldenpath.web.page.status;

import io.goldenpath.maintenance.MaintenanceBoard;
import io.goldenpath.maintenance.RequestedMaintenance;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.web.page.PageFormat;
import io.goldenpath.web.page.status.StatusRow.RowMute;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says which maintenance a probe is in. */
@Component
record RowMutes(MaintenanceBoard maintenance) {

  Optional<RowMute> of(ProbeId probe, PageFormat format) {
    return maintenance
        .current(probe)
        .map(window -> new RowMute(ids(probe), format.minute(window.until()), window.why()));
  }

  private String ids(ProbeId probe) {
    return maintenance.requested().stream()
        .filter(requested -> requested.concerns(probe))
        .map(RequestedMaintenance::id)
        .collect(Collectors.joining(" "));
  }
}
