package io.goldenpath.contract;

/** An event of the run, where and when it came. */
record Seen(AgentEvent event, int frame, long nanos) {

  String name() {
    return event.name();
  }
}
