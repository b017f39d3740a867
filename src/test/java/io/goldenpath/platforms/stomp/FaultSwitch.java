package io.goldenpath.platforms.stomp;

/** The one fault that the platform has at the moment. */
final class FaultSwitch {

  private volatile StompFault now = StompFault.NONE;

  void set(StompFault fault) {
    now = fault;
  }

  boolean is(StompFault fault) {
    return now == fault;
  }
}
