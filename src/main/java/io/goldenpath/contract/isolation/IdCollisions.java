package io.goldenpath.contract.isolation;

import io.goldenpath.model.finding.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Collisions of ids that users of several accounts were given. */
final class IdCollisions {

  private final UserGroup group;
  private final RunOwnership ownership;
  private final Map<List<Integer>, List<Collision>> byUsers = new LinkedHashMap<>();

  /** An id that several users have, with the frame in which each of them received it first. */
  record Collision(String idKind, Step step, List<ReceivedFrame> firstFrames) {}

  IdCollisions(UserGroup group, RunOwnership ownership) {
    this.group = group;
    this.ownership = ownership;
    ownership
        .byRun()
        .forEach((run, users) ->
            add("run", Step.EVENTS, users, (_, frame) -> run.equals(frame.ids().run())));
    ownership
        .byThread()
        .forEach((thread, users) ->
            add("thread", Step.EVENTS, users, (_, frame) -> thread.equals(frame.ids().thread())));
    connections()
        .forEach((_, users) ->
            add(
                "connection",
                Step.WELCOME,
                users,
                (user, frame) -> frame.number() == group.user(user).welcomeFrame()));
  }

  Map<List<Integer>, List<Collision>> all() {
    return byUsers;
  }

  /** Whether the frame's run, or the connection that it names, belongs to both. */
  boolean isShared(int recipient, int other, ReceivedFrame frame) {
    if (frame.number() == group.user(recipient).welcomeFrame()) {
      String connection = group.user(recipient).connectionId();
      return connection != null && connection.equals(group.user(other).connectionId());
    }
    String run = ownership.run(frame);
    List<Integer> users = run == null ? List.of() : ownership.byRun().getOrDefault(run, List.of());
    return users.contains(recipient) && users.contains(other);
  }

  private Map<String, List<Integer>> connections() {
    return IntStream.range(0, group.size())
        .boxed()
        .filter(user -> group.user(user).connectionId() != null)
        .collect(Collectors.groupingBy(user -> String.valueOf(group.user(user).connectionId())));
  }

  private void add(
      String what, Step step, List<Integer> users, BiPredicate<Integer, ReceivedFrame> where) {
    List<Integer> accounts = ofSeveralAccounts(users);
    List<ReceivedFrame> first =
        accounts.stream().flatMap(user -> first(user, where).stream()).toList();
    if (accounts.size() > 1 && first.size() == accounts.size()) {
      byUsers
          .computeIfAbsent(accounts, _ -> new ArrayList<>(1))
          .add(new Collision(what, step, first));
    }
  }

  /** One user of each account. */
  private List<Integer> ofSeveralAccounts(List<Integer> users) {
    Map<Integer, Integer> first = new LinkedHashMap<>();
    users.stream().sorted().forEach(user -> first.putIfAbsent(group.account(user), user));
    return List.copyOf(first.values());
  }

  private Optional<ReceivedFrame> first(int user, BiPredicate<Integer, ReceivedFrame> where) {
    return group.user(user).received().stream()
        .filter(frame -> where.test(user, frame))
        .findFirst();
  }
}
