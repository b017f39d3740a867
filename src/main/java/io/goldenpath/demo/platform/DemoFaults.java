package io.goldenpath.demo.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which behaviours are switched on, for whom, and for how long. */
public final class DemoFaults {

  private final List<Active> active = new ArrayList<>();

  public record Switched(DemoBehaviour behaviour, DemoScope scope) {}

  /** Hooks that act on one connection, some for as long as it lasts. */
  public record ForConnection(DemoFaults faults, String user, List<FaultHook> own) {

    public <H extends FaultHook> List<H> due(Class<H> place) {
      return due(place, _ -> true);
    }

    public <H extends FaultHook> List<H> due(Class<H> place, Predicate<H> fits) {
      return Stream.concat(
              own.stream().filter(place::isInstance).map(place::cast).filter(fits),
              faults.due(place, user, fits).stream())
          .toList();
    }
  }

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

  /** In place of all that is on. */
  public synchronized void switchTo(DemoBehaviour behaviour, DemoScope scope) {
    active.clear();
    switchOn(behaviour, scope);
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

  /** Uses up one connection of each scope. */
  public ForConnection forConnection(String user) {
    return new ForConnection(this, user, use(on -> on.scope().countsConnections(), user));
  }

  public <H extends FaultHook> List<H> due(Class<H> place, String user) {
    return due(place, user, _ -> true);
  }

  /** Uses up one run of each returned hook's scope. */
  public <H extends FaultHook> List<H> due(Class<H> place, String user, Predicate<H> fits) {
    Predicate<FaultHook> wanted = hook -> place.isInstance(hook) && fits.test(place.cast(hook));
    return use(on -> !on.scope().countsConnections() && wanted.test(on.hook()), user).stream()
        .map(place::cast)
        .toList();
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
