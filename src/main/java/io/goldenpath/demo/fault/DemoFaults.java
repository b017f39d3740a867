package io.goldenpath.demo.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which behaviours are switched on, for whom, and for how long. */
public final class DemoFaults {

  private final List<Active> active = new ArrayList<>();

  public record Switched(DemoBehaviour behaviour, DemoScope scope) {}

  private record Active(DemoBehaviour behaviour, DemoScope scope, FaultHook hook) {}

  public void switchOn(DemoBehaviour behaviour) {
    switchOn(behaviour, DemoScope.EVERYBODY);
  }

  /** Takes effect after all that is on; replaces the same behaviour of the same user. */
  public synchronized void switchOn(DemoBehaviour behaviour, DemoScope scope) {
    active.removeIf(old ->
        old.behaviour().equals(behaviour) && Objects.equals(old.scope().user(), scope.user()));
    active.add(new Active(behaviour, scope, behaviour.hook().get()));
  }

  /** Scripts that are already playing go on. */
  public synchronized void switchOff() {
    active.clear();
  }

  /** What is shown to everybody stays on. */
  public synchronized void switchOff(String user) {
    active.removeIf(on -> user.equals(on.scope().user()));
  }

  /** In the order in which they take effect. */
  public synchronized List<Switched> on() {
    return active.stream().map(on -> new Switched(on.behaviour(), on.scope())).toList();
  }

  /** Hooks for as long as a new connection lasts; uses up one connection of each scope. */
  public List<FaultHook> forConnection(String user) {
    return use(on -> on.scope().countsConnections(), user);
  }

  public <H extends FaultHook> List<H> due(Class<H> place, String user) {
    return due(place, user, _ -> true);
  }

  /** Uses up one run of each returned hook's scope. */
  public <H extends FaultHook> List<H> due(Class<H> place, String user, Predicate<H> fits) {
    return use(on -> !on.scope().countsConnections() && fits(on.hook(), place, fits), user).stream()
        .map(place::cast)
        .toList();
  }

  static <H extends FaultHook> boolean fits(FaultHook hook, Class<H> place, Predicate<H> fits) {
    return place.isInstance(hook) && fits.test(place.cast(hook));
  }

  private synchronized List<FaultHook> use(Predicate<Active> which, String user) {
    List<FaultHook> hooks = new ArrayList<>();
    ListIterator<Active> all = active.listIterator();
    while (all.hasNext()) {
      Active on = all.next();
      if (on.scope().covers(user) && which.test(on)) {
        hooks.add(on.hook());
        @Nullable DemoScope left = on.scope().used();
        if (left == null) {
          all.remove();
        } else {
          all.set(new Active(on.behaviour(), left, on.hook()));
        }
      }
    }
    return hooks;
  }
}
