package io.goldenpath.model.probe;

/** Whether the agent is expected to use a tool for the question that is asked. */
public enum ToolUse {
  REQUIRED,
  OPTIONAL,
  FORBIDDEN
}
