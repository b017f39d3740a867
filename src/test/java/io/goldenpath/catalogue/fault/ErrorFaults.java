package io.goldenpath.catalogue.fault;

import static io.goldenpath.catalogue.change.ScriptEdits.before;
import static io.goldenpath.catalogue.change.ScriptEdits.until;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.ErrorChanges;
import io.goldenpath.catalogue.change.SystemNotices;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.ServerFrames;

/** What the platform says has gone wrong, in each shape that it has for it. */
public final class ErrorFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour COMPONENT_ERROR =
      GROUP.add(
          "component_error",
          "Starts an agent, then reports that a component failed.",
          FaultHook.run(run ->
              until(run, DemoEvent.STARTED)
                  .then(
                      ScriptStep.frame(
                          150,
                          now ->
                              ErrorChanges.component(
                                  1008, "Supervisor", "Supervisor is not available", now)))));

  public static final DemoBehaviour MANAGER_ERROR =
      GROUP.add(
          "manager_error",
          "Starts an agent, then reports an error in `data`.",
          FaultHook.run(run ->
              until(run, DemoEvent.STARTED)
                  .then(
                      ScriptStep.frame(
                          150, now -> ErrorChanges.manager("Failed to deliver event", now)))));

  public static final DemoBehaviour PLAIN_ERROR =
      GROUP.add(
          "plain_error",
          "Answers with an error that is a message and no more.",
          FaultHook.run(
              _ -> Script.of(ScriptStep.frame(150, now -> ErrorChanges.plain("Something broke")))));

  public static final DemoBehaviour CODED_ERROR =
      GROUP.add(
          "coded_error",
          "Answers with an error that has a code beside its message.",
          FaultHook.run(_ ->
              Script.of(
                  ScriptStep.frame(
                      150, now -> ErrorChanges.coded("PROCESSING_ERROR", "Processing failed")))));

  public static final DemoBehaviour SYSTEM_ERROR =
      GROUP.add(
          "system_error",
          "Answers with a `system_error` and a code for its support.",
          FaultHook.run(_ ->
              Script.of(
                  ScriptStep.frame(
                      150, now -> ErrorChanges.supported("system_error", "Internal error", now)))));

  public static final DemoBehaviour CONNECTION_ERROR =
      GROUP.add(
          "connection_error",
          "Answers with a `connection_error` and a code for its support.",
          FaultHook.run(_ ->
              Script.of(
                  ScriptStep.frame(
                      150,
                      now ->
                          ErrorChanges.supported(
                              "connection_error", "Lost the message bus", now)))));

  public static final DemoBehaviour AGENT_ERROR =
      GROUP.add(
          "agent_error",
          "Has an agent that fails and says so.",
          FaultHook.run(run ->
              until(run, DemoEvent.THINKING)
                  .then(
                      ScriptStep.event(
                          150, ErrorChanges.agentError(run.event(DemoEvent.STARTED))))));

  public static final DemoBehaviour AGENT_ERROR_IN_DATA =
      GROUP.add(
          "agent_error_in_data",
          "Has an agent that fails, reported by the emitter.",
          FaultHook.run(run ->
              until(run, DemoEvent.THINKING)
                  .then(
                      ScriptStep.frame(
                          150,
                          now -> ErrorChanges.emittedError(run.event(DemoEvent.STARTED), now)))));

  public static final DemoBehaviour AGENT_FAILED =
      GROUP.add(
          "agent_failed",
          "Has an agent that ends with `agent_failed`.",
          FaultHook.run(run ->
              until(run, DemoEvent.THINKING)
                  .then(
                      ScriptStep.event(
                          150,
                          ErrorChanges.agentError(run.event(DemoEvent.STARTED))
                              .named("agent_failed")))));

  public static final DemoBehaviour AGENT_DEATH =
      GROUP.add(
          "agent_death",
          "Has an agent that dies and is reported dead.",
          FaultHook.run(run ->
              until(run, DemoEvent.THINKING)
                  .then(
                      ScriptStep.event(
                          150, ErrorChanges.agentDeath(run.event(DemoEvent.STARTED))))));

  public static final DemoBehaviour TOOL_FAILED =
      GROUP.add(
          "tool_failed",
          "Has a tool that fails, and an agent that answers all the same.",
          FaultHook.run(run ->
              run.changeEvent(
                  DemoEvent.EXECUTED,
                  event ->
                      event.with(body ->
                          body.put("success", false)
                              .put("status", "error")
                              .put("message", "Division by zero")))));

  public static final DemoBehaviour TOOL_ERROR =
      GROUP.add(
          "tool_error",
          "Reports a `tool_error`, and answers all the same.",
          FaultHook.run(run ->
              before(
                  run,
                  DemoEvent.COMPLETED,
                  ScriptStep.frame(
                      20, now -> ErrorChanges.toolError(run.event(DemoEvent.EXECUTING), now)))));

  public static final DemoBehaviour ERROR_ON_THE_WAY =
      GROUP.add(
          "error_on_the_way",
          "Reports that a component failed, and answers all the same.",
          FaultHook.run(run ->
              before(
                  run,
                  DemoEvent.EXECUTING,
                  ScriptStep.frame(
                      20,
                      now ->
                          ErrorChanges.component(1007, "Redis", "Redis connection lost", now)))));

  public static final DemoBehaviour ERROR_AFTER_ANSWER =
      GROUP.add(
          "error_after_answer",
          "Reports an error when the answer has been given.",
          FaultHook.run(run ->
              run.then(
                  ScriptStep.frame(
                      100,
                      now ->
                          ServerFrames.error(
                              "HANDLER_SYSTEM_FAILURE", "Failed to store the thread", now)))));

  public static final DemoBehaviour BREAKER_OPEN_MID_RUN =
      GROUP.add(
          "breaker_open_mid_run",
          "Says in the middle of a run that a circuit breaker is open.",
          FaultHook.run(run ->
              until(run, DemoEvent.STARTED)
                  .then(
                      ScriptStep.frame(
                          100,
                          now ->
                              ServerFrames.error(
                                  "AUTH_CIRCUIT_BREAKER_OPEN", "Circuit breaker is open", now)))));

  public static final DemoBehaviour QUOTA_EXCEEDED =
      GROUP.add(
          "quota_exceeded",
          "Answers that the user has asked too much.",
          FaultHook.run(_ ->
              Script.of(
                  ScriptStep.frame(
                      100,
                      now ->
                          ServerFrames.error(
                              "RATE_LIMIT_EXCEEDED",
                              "Too many requests, retry in 60 seconds",
                              now)))));

  public static final DemoBehaviour DEGRADED_MID_RUN =
      GROUP.add(
          "degraded_mid_run",
          "Says in the middle of a run that it runs degraded.",
          FaultHook.run(run ->
              before(
                  run,
                  DemoEvent.EXECUTING,
                  ScriptStep.frame(
                      20,
                      now ->
                          SystemNotices.system(
                              "service_degradation", "Some tools are not available", now)))));

  public static final DemoBehaviour EMERGENCY_MID_RUN =
      GROUP.add(
          "emergency_mid_run",
          "Says in the middle of a run that it is in emergency mode.",
          FaultHook.run(run ->
              before(
                  run,
                  DemoEvent.EXECUTING,
                  ScriptStep.frame(
                      20,
                      now ->
                          ServerFrames.server(
                              "system_message",
                              DemoJson.object()
                                  .put("event", "service_status_update")
                                  .put("emergency_mode", true),
                              now)))));

  private ErrorFaults() {}
}
