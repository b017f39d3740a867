package io.goldenpath.contract.isolation;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.stream.RunIdIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ownership of runs and threads. The run that a user's own judgement assumed is proved by the
 * user's code or id in its frames, and otherwise gives way to another's proof. A user without proof
 * owns the run whose frames at another user hold the user's code or id.
 */
final class RunOwnership {

  private final UserGroup group;
  private final List<MarkerMatches> matches;
  private final RunIdIndex runIds = new RunIdIndex();
  private final Set<String> ambiguous = new HashSet<>();
  private final Map<String, List<Integer>> byRun = new HashMap<>();
  private final Map<String, List<Integer>> byThread = new HashMap<>();
  private final @Nullable String[] own;

  RunOwnership(UserGroup group, List<MarkerMatches> seen) {
    this.group = group;
    this.matches = seen;
    this.own = new @Nullable String[group.size()];
    group.all().forEach(user -> user.received().forEach(this::linkThread));
    Map<String, List<Integer>> unprovedRuns = new HashMap<>();
    List<Integer> unproved = new ArrayList<>();
    for (int user = 0; user < group.size(); user++) {
      String assumed = assumedRun(user);
      if (assumed != null && isProved(user, assumed)) {
        assign(user, assumed);
      } else {
        unproved.add(user);
        if (assumed != null) {
          unprovedRuns.computeIfAbsent(assumed, _ -> new ArrayList<>(1)).add(user);
        }
      }
    }
    assignByMarkers(unproved);
    unprovedRuns.forEach(this::assignAssumed);
    for (int user = 0; user < group.size(); user++) {
      assignThread(user);
    }
  }

  @Nullable String runOf(int user) {
    return own[user];
  }

  /** Several users where several were given the same run. */
  Map<String, List<Integer>> byRun() {
    return byRun;
  }

  Map<String, List<Integer>> byThread() {
    return byThread;
  }

  /** Named by the frame or known by its thread; null where neither. */
  @Nullable String run(ReceivedFrame frame) {
    AgentEvent.Ids ids = frame.ids();
    return ids.run() == null && ids.thread() != null && ambiguous.contains(ids.thread())
        ? RunIdIndex.ofThread(ids.thread())
        : runIds.runOf(ids);
  }

  /** Whether the frame's run belongs to the recipient's account. */
  boolean isOwn(ReceivedFrame frame, int recipient) {
    return sharesAccount(users(byRun, run(frame)), recipient);
  }

  /** Another account's user whose run the frame belongs to; null where there is none. */
  @Nullable Integer owner(ReceivedFrame frame, int recipient) {
    for (List<Integer> users :
        List.of(users(byRun, run(frame)), users(byThread, frame.ids().thread()))) {
      if (!users.isEmpty() && !sharesAccount(users, recipient)) {
        return users.getFirst();
      }
    }
    return null;
  }

  private static List<Integer> users(Map<String, List<Integer>> byId, @Nullable String id) {
    return id == null ? List.of() : byId.getOrDefault(id, List.of());
  }

  private boolean sharesAccount(List<Integer> users, int recipient) {
    return users.stream().anyMatch(user -> group.sameAccount(user, recipient));
  }

  private void linkThread(ReceivedFrame frame) {
    String thread = frame.ids().thread();
    if (thread != null && !runIds.link(frame.ids())) {
      ambiguous.add(thread);
    }
  }

  private @Nullable String assumedRun(int user) {
    UserFrameLog log = group.user(user);
    if (log.run() != null || log.participant().listener()) {
      return log.run();
    }
    List<ReceivedFrame> unnamed =
        log.received().stream()
            .filter(frame ->
                frame.event() != null
                    && frame.ids().run() == null
                    && frame.ids().thread() != null
                    && !log.beforeQuestion(frame))
            .toList();
    return unnamed.stream()
        .filter(matches.get(user)::ownCode)
        .findFirst()
        .or(() -> unnamed.stream().findFirst())
        .map(this::run)
        .orElse(null);
  }

  private boolean isProved(int user, String assumed) {
    UserFrameLog log = group.user(user);
    return log.received().stream()
        .anyMatch(frame ->
            assumed.equals(run(frame))
                && (matches.get(user).ownCode(frame)
                    || frame.namesOwner(log.participant().subject())));
  }

  /** Users without a proved run may own one whose frames came to others. */
  private void assignByMarkers(List<Integer> unproved) {
    Set<Integer> looking = new HashSet<>(unproved);
    for (int user = 0; user < group.size() && !looking.isEmpty(); user++) {
      for (ReceivedFrame frame : group.user(user).received()) {
        String run = frame.event() == null ? null : run(frame);
        Integer owner = run == null || byRun.containsKey(run) ? null : markedOwner(frame, user);
        if (owner != null && run != null && looking.remove(owner)) {
          assign(owner, run);
        }
      }
    }
  }

  private @Nullable Integer markedOwner(ReceivedFrame frame, int recipient) {
    for (MarkerMatch match : matches.get(recipient).in(frame)) {
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
    for (ReceivedFrame frame : group.user(user).received()) {
      String thread = frame.ids().thread();
      if (run != null && thread != null && run.equals(run(frame))) {
        byThread.computeIfAbsent(thread, _ -> new ArrayList<>(1)).add(user);
        return;
      }
    }
  }
}
