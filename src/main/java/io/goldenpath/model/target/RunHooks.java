package io.goldenpath.model.target;

import java.util.List;
import java.util.Set;

/**
 * HTTP calls around each run, with the user's token.
 *
 * @param prepare Before the socket is opened; what they capture are variables from there on.
 * @param perQuestion Those of them that are made anew before each further socket.
 * @param cleanup After the run, however it ended.
 */
public record RunHooks(
    List<RequestTemplate> prepare,
    Set<RequestTemplate> perQuestion,
    List<RequestTemplate> cleanup) {

  public static final RunHooks NONE = new RunHooks(List.of(), Set.of(), List.of());

  public RunHooks {
    prepare = List.copyOf(prepare);
    perQuestion = Set.copyOf(perQuestion);
    cleanup = List.copyOf(cleanup);
  }

  public RunHooks withCleanup(List<RequestTemplate> after) {
    return new RunHooks(prepare, perQuestion, after);
  }
}
