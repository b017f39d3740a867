package io.goldenpath.contract;

import io.goldenpath.probe.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ids that were given to users of several accounts. */
final class Collisions {

  private final Company company;
  private final Belongings belongings;
  private final Map<List<Integer>, List<Collision>> byUsers = new LinkedHashMap<>();

  /**
   * An id that several users have.
   *
   * @param what what it is the id of
   * @param step where it was given
   * @param places where each of them heard it first, by their order
   */
  record Collision(String what, Step step, List<Utterance> places) {}

  Collisions(Company company, Belongings belongings) {
    this.company = company;
    this.belongings = belongings;
    belongings
        .byRun()
        .forEach((run, users) ->
            add("run", Step.EVENTS, users, (_, heard) -> run.equals(heard.ids().run())));
    belongings
        .byThread()
        .forEach((thread, users) ->
            add("thread", Step.EVENTS, users, (_, heard) -> thread.equals(heard.ids().thread())));
    connections()
        .forEach((_, users) ->
            add(
                "connection",
                Step.WELCOME,
                users,
                (user, heard) -> heard.frame() == company.user(user).ready()));
  }

  private interface Place {

    boolean is(int user, Utterance utterance);
  }

  /** What users have in common who must have nothing in common, by those users. */
  Map<List<Integer>, List<Collision>> all() {
    return byUsers;
  }

  /** Whether this frame is of a run, or names a connection, that both own. */
  boolean between(int hearer, int other, Utterance utterance) {
    if (utterance.frame() == company.user(hearer).ready()) {
      String connection = company.user(hearer).connection();
      return connection != null && connection.equals(company.user(other).connection());
    }
    String run = belongings.run(utterance);
    List<Integer> users = run == null ? List.of() : belongings.byRun().getOrDefault(run, List.of());
    return users.contains(hearer) && users.contains(other);
  }

  private Map<String, List<Integer>> connections() {
    Map<String, List<Integer>> byId = new HashMap<>();
    for (int user = 0; user < company.size(); user++) {
      String id = company.user(user).connection();
      if (id != null) {
        byId.computeIfAbsent(id, _ -> new ArrayList<>(1)).add(user);
      }
    }
    return byId;
  }

  private void add(String what, Step step, List<Integer> users, Place place) {
    List<Integer> accounts = ofSeveralAccounts(users);
    if (accounts.size() > 1) {
      List<Utterance> places = new ArrayList<>();
      for (int user : accounts) {
        Utterance first = first(user, place);
        if (first != null) {
          places.add(first);
        }
      }
      if (places.size() == accounts.size()) {
        byUsers
            .computeIfAbsent(accounts, _ -> new ArrayList<>(1))
            .add(new Collision(what, step, places));
      }
    }
  }

  /** One user of each account. */
  private List<Integer> ofSeveralAccounts(List<Integer> users) {
    Map<Integer, Integer> first = new LinkedHashMap<>();
    users.stream().sorted().forEach(user -> first.putIfAbsent(company.account(user), user));
    return List.copyOf(first.values());
  }

  private @Nullable Utterance first(int user, Place place) {
    return company.user(user).heard().stream()
        .filter(heard -> place.is(user, heard))
        .findFirst()
        .orElse(null);
  }
}
