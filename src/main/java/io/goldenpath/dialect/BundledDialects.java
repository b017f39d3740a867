package io.goldenpath.dialect;

import java.util.Optional;
import java.util.Set;

/** The dialects that come with the monitor. */
public final class BundledDialects {

  private static final Dialect AGENT_EVENTS = new AgentEventsDialect();

  private BundledDialects() {}

  public static Optional<Dialect> bundled(String name) {
    return name.equals(AGENT_EVENTS.name()) ? Optional.of(AGENT_EVENTS) : Optional.empty();
  }

  public static Set<String> names() {
    return Set.of(AGENT_EVENTS.name());
  }
}
