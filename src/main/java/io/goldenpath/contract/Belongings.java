package io.goldenpath.contract;

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
final class Belongings {

  private final Company company;
  private final List<Sightings> seen;
  private final Map<String, String> runOfThread = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final Map<String, List<Integer>> byRun = new HashMap<>();
  private final Map<String, List<Integer>> byThread = new HashMap<>();
  private final @Nullable String[] own;
  private final @Nullable String[] threads;

  Belongings(Company company, List<Sightings> seen) {
    this.company = company;
    this.seen = seen;
    this.own = new @Nullable String[company.size()];
    this.threads = new @Nullable String[company.size()];
    company.all().forEach(user -> user.heard().forEach(this::connect));
    Map<String, List<Integer>> believed = new HashMap<>();
    List<Integer> unproved = new ArrayList<>();
    for (int user = 0; user < company.size(); user++) {
      String belief = belief(user);
      if (belief != null && proved(user, belief)) {
        take(user, belief);
      } else {
        unproved.add(user);
        if (belief != null) {
          believed.computeIfAbsent(belief, _ -> new ArrayList<>(1)).add(user);
        }
      }
    }
    claim(unproved);
    believed.forEach(this::believe);
    for (int user = 0; user < company.size(); user++) {
      threads(user);
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
  @Nullable String run(Utterance utterance) {
    AgentEvent.Ids ids = utterance.ids();
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
  boolean ours(Utterance utterance, int hearer) {
    String run = run(utterance);
    return run != null && shares(byRun.getOrDefault(run, List.of()), hearer);
  }

  /** The user of another account whose run this frame is of; null where it is nobody's. */
  @Nullable Integer owner(Utterance utterance, int hearer) {
    String run = run(utterance);
    List<Integer> runners = run == null ? List.of() : byRun.getOrDefault(run, List.of());
    if (!runners.isEmpty() && !shares(runners, hearer)) {
      return runners.getFirst();
    }
    String thread = utterance.ids().thread();
    List<Integer> talkers = thread == null ? List.of() : byThread.getOrDefault(thread, List.of());
    return !talkers.isEmpty() && !shares(talkers, hearer) ? talkers.getFirst() : null;
  }

  private boolean shares(List<Integer> users, int hearer) {
    return users.stream().anyMatch(user -> company.same(user, hearer));
  }

  private void connect(Utterance utterance) {
    AgentEvent.Ids ids = utterance.ids();
    if (ids.run() != null && ids.thread() != null) {
      String known = runOfThread.putIfAbsent(ids.thread(), ids.run());
      if (known != null && !known.equals(ids.run())) {
        ambiguous.add(ids.thread());
      }
    }
  }

  private @Nullable String belief(int user) {
    Testimony testimony = company.user(user);
    if (testimony.run() != null || testimony.who().listener()) {
      return testimony.run();
    }
    String first = null;
    for (int place = 0; place < testimony.heard().size(); place++) {
      Utterance utterance = testimony.heard().get(place);
      if (utterance.event() == null
          || utterance.ids().run() != null
          || utterance.ids().thread() == null
          || testimony.fresh(utterance)) {
        continue;
      }
      String run = run(utterance);
      if (seen.get(user).ownCode(place)) {
        return run;
      }
      first = first == null ? run : first;
    }
    return first;
  }

  private boolean proved(int user, String belief) {
    Testimony testimony = company.user(user);
    for (int place = 0; place < testimony.heard().size(); place++) {
      Utterance utterance = testimony.heard().get(place);
      if (belief.equals(run(utterance))
          && (seen.get(user).ownCode(place) || utterance.names(testimony.who().subject()))) {
        return true;
      }
    }
    return false;
  }

  /** Those who have no run that is theirs for certain look for it at the others. */
  private void claim(List<Integer> unproved) {
    Set<Integer> looking = new HashSet<>(unproved);
    for (int hearer = 0; hearer < company.size() && !looking.isEmpty(); hearer++) {
      List<Utterance> heard = company.user(hearer).heard();
      for (int place = 0; place < heard.size(); place++) {
        Utterance utterance = heard.get(place);
        String run = utterance.event() == null ? null : run(utterance);
        Integer owner =
            run == null || byRun.containsKey(run) ? null : sign(utterance, hearer, place);
        if (owner != null && run != null && looking.remove(owner)) {
          take(owner, run);
        }
      }
    }
  }

  /** Whose code or id is in this frame, other than the hearer's. */
  private @Nullable Integer sign(Utterance utterance, int hearer, int place) {
    for (Sighting sighting : seen.get(hearer).at(place)) {
      if (sighting.marker().kind() == Marker.Kind.CODE
          && sighting.marker().owner() != Marker.NOBODY) {
        return sighting.marker().owner();
      }
    }
    return company.named(utterance, hearer);
  }

  private void believe(String run, List<Integer> users) {
    if (!byRun.containsKey(run)) {
      users.stream().filter(user -> own[user] == null).forEach(user -> take(user, run));
    }
  }

  private void take(int user, String run) {
    own[user] = run;
    byRun.computeIfAbsent(run, _ -> new ArrayList<>(1)).add(user);
  }

  private void threads(int user) {
    String run = own[user];
    if (run == null) {
      return;
    }
    for (Utterance utterance : company.user(user).heard()) {
      String thread = utterance.ids().thread();
      if (thread != null && run.equals(run(utterance))) {
        threads[user] = thread;
        byThread.computeIfAbsent(thread, _ -> new ArrayList<>(1)).add(user);
        return;
      }
    }
  }
}
