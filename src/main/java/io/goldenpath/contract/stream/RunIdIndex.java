package io.goldenpath.contract.stream;

import io.goldenpath.contract.event.AgentEvent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Index of run ids by thread: an event that names only its thread belongs to the thread's run. */
public final class RunIdIndex {

  private final Map<String, String> runOfThread = new HashMap<>();

  /** Returns false where the thread belonged to another run before. */
  public boolean link(AgentEvent.Ids ids) {
    if (ids.run() == null || ids.thread() == null) {
      return true;
    }
    String known = runOfThread.putIfAbsent(ids.thread(), ids.run());
    return known == null || known.equals(ids.run());
  }

  /** The run's id, else a name made of the thread's; null where neither is known. */
  public @Nullable String runOf(AgentEvent.Ids ids) {
    if (ids.run() != null || ids.thread() == null) {
      return ids.run();
    }
    return runOfThread.getOrDefault(ids.thread(), ofThread(ids.thread()));
  }

  public static String ofThread(String thread) {
    return "thread " + thread;
  }
}
