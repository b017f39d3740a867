package io.goldenpath.dialect;

import java.util.Map;

/** The dialects that come with the monitor. */
public final class BundledDialects {

  public static final Dialect AGENT_EVENTS = new AgentEventsDialect();
  public static final Map<String, Dialect> BY_NAME = Map.of("agent-events", AGENT_EVENTS);

  private BundledDialects() {}
}
