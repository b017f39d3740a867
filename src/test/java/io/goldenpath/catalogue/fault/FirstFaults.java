package io.goldenpath.catalogue.fault;

import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultCatalogue;

/** The faults that the demo ships, by name. */
public final class FirstFaults {

  public static final DemoBehaviour LOGIN_DENIED = shipped("login_denied");
  public static final DemoBehaviour UPGRADE_FORBIDDEN = shipped("upgrade_forbidden");
  public static final DemoBehaviour SILENT_AFTER_UPGRADE = shipped("silent_after_upgrade");
  public static final DemoBehaviour SILENT_AFTER_MESSAGE = shipped("silent_after_message");
  public static final DemoBehaviour NO_AGENT_STARTED = shipped("no_agent_started");
  public static final DemoBehaviour NO_AGENT_THINKING = shipped("no_agent_thinking");
  public static final DemoBehaviour NO_TOOL_EXECUTING = shipped("no_tool_executing");
  public static final DemoBehaviour NO_TOOL_COMPLETED = shipped("no_tool_completed");
  public static final DemoBehaviour NO_AGENT_COMPLETED = shipped("no_agent_completed");
  public static final DemoBehaviour THOUGHT_BEFORE_START = shipped("thought_before_start");
  public static final DemoBehaviour TWICE_THINKING = shipped("twice_thinking");
  public static final DemoBehaviour ERROR_MESSAGE = shipped("error_message");
  public static final DemoBehaviour DROPPED_MID_RUN = shipped("dropped_mid_run");
  public static final DemoBehaviour STRANGERS_ID_ON_TOP = shipped("strangers_id_on_top");
  public static final DemoBehaviour FABRICATED = shipped("fabricated");
  public static final DemoBehaviour WRONG_SUM = shipped("wrong_sum");
  public static final DemoBehaviour EMPTY_ANSWER = shipped("empty_answer");
  public static final DemoBehaviour SLOW = shipped("slow");

  private FirstFaults() {}

  private static DemoBehaviour shipped(String name) {
    return FaultCatalogue.shipped().named(name).orElseThrow();
  }
}
