package io.goldenpath.contract.stream;

import io.goldenpath.contract.event.AgentEvent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Index of run ids by thread: an event that names only its thread belongs to the thread's run. */
public final class RunIdIndex {

  private final Map<String, String> runOfThread = new HashMap<>();

  /** Takes note of the run that a thread is of; whether that is the one it was of before. */
  public boolean link(AgentEvent.Ids ids) {
    if (ids.run() == null || ids.thread() == null) {
      return true;
    }
    String known = runOfThread.putIfAbsent(ids.thread(), ids.run());
    return known == null || known.equals(ids.run());
  }

  /** The run's id, or the thread's where the run's is not known; null where neither is. */
  public @Nullable String runOf(AgentEvent.Ids ids) {
    if (ids.run() != null || ids.thread() == null) {
      return ids.run();
    }
    return runOfThread.getOrDefault(ids.thread(), ofThread(ids.thread()));
  }

  /** What stands for the id of a run that is known by its thread only. */
  public static String ofThread(String thread) {
    return "thread " + thread;
  }
}
