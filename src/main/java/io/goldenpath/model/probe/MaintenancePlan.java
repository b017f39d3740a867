package io.goldenpath.model.probe;

import java.time.Instant;
import java.util.Optional;

/** Maintenance that the settings plan: once, or again and again. */
@FunctionalInterface
public interface MaintenancePlan {

  /** The window that this moment is in, else the next one; empty where none comes any more. */
  Optional<MaintenanceWindow> currentOrNext(Instant moment);
}
