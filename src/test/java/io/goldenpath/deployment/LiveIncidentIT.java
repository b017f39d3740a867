package io.goldenpath.deployment;

import org.junit.jupiter.api.Nested;

/** One target breaks and recovers once, and all look at what was told of it. */
class LiveIncidentIT {

  @Nested
  class Alerts extends LiveAlerts {}

  @Nested
  class Dashboards extends LiveDashboards {}
}
