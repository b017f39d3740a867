package io.goldenpath.model.run;

/**
 * Listener of all changes of verdicts, in their order. One that throws is logged and hurts nobody
 * else, and none may block.
 */
@FunctionalInterface
public interface VerdictListener {

  void changed(VerdictChange change);

  /** Down as before, since the same time, but now for this reason. */
  default void causeChanged(VerdictChange change) {}
}
