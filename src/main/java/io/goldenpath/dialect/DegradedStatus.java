package io.goldenpath.dialect;

import java.util.Optional;
import java.util.Set;

/** Fields by which any frame may say that the platform is not well. */
final class DegradedStatus {

  private static final FieldPaths EMERGENCY =
      FieldPaths.of("/data/emergency_mode", "/emergency_mode");
  private static final FieldPaths DEGRADED =
      FieldPaths.of("/data/degraded_mode", "/degraded_mode", "/data/degraded", "/degraded");
  private static final FieldPaths COMPLETE =
      FieldPaths.of("/data/startup_complete", "/startup_complete");
  private static final FieldPaths STATUS = FieldPaths.of("/data/status", "/status");
  private static final Set<String> DEGRADED_STATUSES =
      Set.of("degraded", "unhealthy", "critical", "emergency", "failed", "down");

  private DegradedStatus() {}

  static Optional<String> of(JsonFrame json) {
    if (json.isTrue(EMERGENCY)) {
      return Optional.of("emergency_mode: true");
    }
    if (json.isTrue(DEGRADED)) {
      return Optional.of("degraded: true");
    }
    if (json.isFalse(COMPLETE)) {
      return Optional.of("startup_complete: false");
    }
    return Optional.ofNullable(json.text(STATUS))
        .filter(DEGRADED_STATUSES::contains)
        .map(status -> "status: " + status);
  }
}
