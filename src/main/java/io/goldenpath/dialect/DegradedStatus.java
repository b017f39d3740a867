package io.goldenpath.dialect;

import java.util.Optional;
import java.util.Set;

/** Fields by which any frame may say that the platform is not well. */
final class DegradedStatus {

  private static final FieldPaths EMERGENCY = FieldPaths.of("state.emergency");
  private static final FieldPaths DEGRADED = FieldPaths.of("state.degraded");
  private static final FieldPaths COMPLETE = FieldPaths.of("state.complete");
  private static final FieldPaths STATUS = FieldPaths.of("state.status");
  private static final Set<String> DEGRADED_STATUSES =
      Set.of("degraded", "unhealthy", "critical", "emergency", "failed", "down");

  private DegradedStatus() {}

  static Optional<String> of(JsonFrame json) {
    if (json.is(true, EMERGENCY)) {
      return Optional.of("emergency_mode: true");
    }
    if (json.is(true, DEGRADED)) {
      return Optional.of("degraded: true");
    }
    if (json.is(false, COMPLETE)) {
      return Optional.of("startup_complete: false");
    }
    return Optional.ofNullable(json.text(STATUS))
        .filter(DEGRADED_STATUSES::contains)
        .map(status -> "status: " + status);
  }
}
