package io.goldenpath.contract.isolation;

import io.goldenpath.contract.event.AgentEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which run and which thread belong to whom. What a user's own judgement takes for the user's run
 * is a belief: it is proved by the user's code or id in its frames, and gives way to another's
 * proof. A user without proof owns the run in whose frames, heard by somebody else, the code is.
 */
final class RunOwnership {

  private final UserGroup group;
  private final List<MarkerMatches> matches;
  private final Map<String, String> runOfThread = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final Map<String, List<Integer>> byRun = new HashMap<>();
  private final Map<String, List<Integer>> byThread = new HashMap<>();
  private final @Nullable String[] own;
  private final @Nullable String[] threads;

  RunOwnership(UserGroup group, List<MarkerMatches> seen) {
    this.group = group;
    this.matches = seen;
    this.own = new @Nullable String[group.size()];
    this.threads = new @Nullable String[group.size()];
    group.all().forEach(user -> user.received().forEach(this::linkThread));
    Map<String, List<Integer>> believed = new HashMap<>();
    List<Integer> unproved = new ArrayList<>();
    for (int user = 0; user < group.size(); user++) {
      String belief = assumedRun(user);
      if (belief != null && isProved(user, belief)) {
        assign(user, belief);
      } else {
        unproved.add(user);
        if (belief != null) {
          believed.computeIfAbsent(belief, _ -> new ArrayList<>(1)).add(user);
        }
      }
    }
    assignByMarkers(unproved);
    believed.forEach(this::assignAssumed);
    for (int user = 0; user < group.size(); user++) {
      assignThread(user);
    }
  }

  /** The run that is this user's own; null where none is known. */
  @Nullable String run(int user) {
    return own[user];
  }

  /** The thread that is this user's own; null where none is known. */
  @Nullable String thread(int user) {
    return threads[user];
  }

  /** Users by the run that they own, several where it was given to several. */
  Map<String, List<Integer>> byRun() {
    return byRun;
  }

  /** Users by the thread that they own. */
  Map<String, List<Integer>> byThread() {
    return byThread;
  }

  /** The run that a frame is of: named, or known by its thread; null where neither is. */
  @Nullable String run(ReceivedFrame frame) {
    AgentEvent.Ids ids = frame.ids();
    if (ids.run() != null) {
      return ids.run();
    }
    if (ids.thread() == null) {
      return null;
    }
    String run = ambiguous.contains(ids.thread()) ? null : runOfThread.get(ids.thread());
    return run == null ? "thread " + ids.thread() : run;
  }

  /** Whether this frame is of a run of the hearer's account. */
  boolean isOwn(ReceivedFrame frame, int recipient) {
    String run = run(frame);
    return run != null && sharesAccount(byRun.getOrDefault(run, List.of()), recipient);
  }

  /** The user of another account whose run this frame is of; null where it is nobody's. */
  @Nullable Integer owner(ReceivedFrame frame, int recipient) {
    String run = run(frame);
    List<Integer> runners = run == null ? List.of() : byRun.getOrDefault(run, List.of());
    if (!runners.isEmpty() && !sharesAccount(runners, recipient)) {
      return runners.getFirst();
    }
    String thread = frame.ids().thread();
    List<Integer> talkers = thread == null ? List.of() : byThread.getOrDefault(thread, List.of());
    return !talkers.isEmpty() && !sharesAccount(talkers, recipient) ? talkers.getFirst() : null;
  }

  private boolean sharesAccount(List<Integer> users, int recipient) {
    return users.stream().anyMatch(user -> group.sameAccount(user, recipient));
  }

  private void linkThread(ReceivedFrame frame) {
    AgentEvent.Ids ids = frame.ids();
    if (ids.run() != null && ids.thread() != null) {
      String known = runOfThread.putIfAbsent(ids.thread(), ids.run());
      if (known != null && !known.equals(ids.run())) {
        ambiguous.add(ids.thread());
      }
    }
  }

  private @Nullable String assumedRun(int user) {
    UserFrameLog log = group.user(user);
    if (log.run() != null || log.participant().listener()) {
      return log.run();
    }
    String first = null;
    for (int position = 0; position < log.received().size(); position++) {
      ReceivedFrame frame = log.received().get(position);
      if (frame.event() == null
          || frame.ids().run() != null
          || frame.ids().thread() == null
          || log.beforeQuestion(frame)) {
        continue;
      }
      String run = run(frame);
      if (matches.get(user).ownCode(position)) {
        return run;
      }
      first = first == null ? run : first;
    }
    return first;
  }

  private boolean isProved(int user, String belief) {
    UserFrameLog log = group.user(user);
    for (int position = 0; position < log.received().size(); position++) {
      ReceivedFrame frame = log.received().get(position);
      if (belief.equals(run(frame))
          && (matches.get(user).ownCode(position)
              || frame.namesOwner(log.participant().subject()))) {
        return true;
      }
    }
    return false;
  }

  /** Those who have no run that is theirs for certain look for it at the others. */
  private void assignByMarkers(List<Integer> unproved) {
    Set<Integer> looking = new HashSet<>(unproved);
    for (int recipient = 0; recipient < group.size() && !looking.isEmpty(); recipient++) {
      List<ReceivedFrame> frames = group.user(recipient).received();
      for (int position = 0; position < frames.size(); position++) {
        ReceivedFrame frame = frames.get(position);
        String run = frame.event() == null ? null : run(frame);
        Integer owner =
            run == null || byRun.containsKey(run) ? null : markedOwner(frame, recipient, position);
        if (owner != null && run != null && looking.remove(owner)) {
          assign(owner, run);
        }
      }
    }
  }

  /** Whose code or id is in this frame, other than the hearer's. */
  private @Nullable Integer markedOwner(ReceivedFrame frame, int recipient, int position) {
    for (MarkerMatch match : matches.get(recipient).at(position)) {
      if (match.marker().kind() == Marker.Kind.CODE && match.marker().owner() != Marker.NO_OWNER) {
        return match.marker().owner();
      }
    }
    return group.namedOwner(frame, recipient);
  }

  private void assignAssumed(String run, List<Integer> users) {
    if (!byRun.containsKey(run)) {
      users.stream().filter(user -> own[user] == null).forEach(user -> assign(user, run));
    }
  }

  private void assign(int user, String run) {
    own[user] = run;
    byRun.computeIfAbsent(run, _ -> new ArrayList<>(1)).add(user);
  }

  private void assignThread(int user) {
    String run = own[user];
    if (run == null) {
      return;
    }
    for (ReceivedFrame frame : group.user(user).received()) {
      String thread = frame.ids().thread();
      if (thread != null && run.equals(run(frame))) {
        threads[user] = thread;
        byThread.computeIfAbsent(thread, _ -> new ArrayList<>(1)).add(user);
        return;
      }
    }
  }
}
