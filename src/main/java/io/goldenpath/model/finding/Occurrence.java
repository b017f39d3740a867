package io.goldenpath.model.finding;

/** An event that a frame brought, for a finding to be about. */
public interface Occurrence {

  String name();

  int frame();

  /** When it came, by the monotonic clock. */
  long nanos();
}
