package io.goldenpath.probe;

import java.util.List;

/**
 * HTTP calls around each run, with the user's token.
 *
 * @param prepare Before the socket is opened; what they capture are variables from there on.
 * @param cleanup After the run, however it ended.
 */
public record Errands(List<Call> prepare, List<Call> cleanup) {

  /** Nothing to do. */
  public static final Errands NONE = new Errands(List.of(), List.of());

  public Errands {
    prepare = List.copyOf(prepare);
    cleanup = List.copyOf(cleanup);
  }
}
