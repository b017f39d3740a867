package io.goldenpath.model.target;

import java.util.List;

/**
 * HTTP calls around each run, with the user's token.
 *
 * @param prepare Before the socket is opened; what they capture are variables from there on.
 * @param cleanup After the run, however it ended.
 */
public record RunHooks(List<RequestTemplate> prepare, List<RequestTemplate> cleanup) {

  public static final RunHooks NONE = new RunHooks(List.of(), List.of());

  public RunHooks {
    prepare = List.copyOf(prepare);
    cleanup = List.copyOf(cleanup);
  }
}
