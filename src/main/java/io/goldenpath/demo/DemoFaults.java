package io.goldenpath.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.function.Predicate;

/** The switchboard: which behaviours are on, for whom, and for how long. */
public final class DemoFaults {

  private final List<Switched> switched = new ArrayList<>();

  /**
   * A behaviour that is on.
   *
   * @param behaviour How the platform behaves.
   * @param scope To whom, and how often from now on.
   */
  public record Switched(DemoBehaviour behaviour, DemoScope scope) {}

  /** Shows this behaviour to everybody until it is switched off. */
  public void switchOn(DemoBehaviour behaviour) {
    switchOn(behaviour, DemoScope.EVERYBODY);
  }

  /** Shows this behaviour in this scope, on top of whatever is on. */
  public synchronized void switchOn(DemoBehaviour behaviour, DemoScope scope) {
    switched.removeIf(old ->
        old.behaviour().equals(behaviour) && Objects.equals(old.scope().user(), scope.user()));
    switched.add(new Switched(behaviour, scope));
  }

  /** Behaves well from the next act on; scripts that are being played go on. */
  public synchronized void switchOff() {
    switched.clear();
  }

  /** Behaves well to this user from the next act on, unless something is shown to everybody. */
  public synchronized void switchOff(String user) {
    switched.removeIf(on -> user.equals(on.scope().user()));
  }

  /** Everything that is on, in the order in which it takes effect. */
  public synchronized List<Switched> on() {
    return List.copyOf(switched);
  }

  /** What a new connection of this user has for as long as it lasts. */
  List<Play> forConnection(String user) {
    return use(on -> on.scope().countsConnections(), user);
  }

  /** What takes effect now, at such a place. */
  <P extends Play> List<P> due(Class<P> place, String user) {
    return due(place, user, _ -> true);
  }

  /** What takes effect now, at such a place, if it fits there. */
  <P extends Play> List<P> due(Class<P> place, String user, Predicate<P> fits) {
    return use(on -> !on.scope().countsConnections() && fits(on, place, fits), user).stream()
        .map(place::cast)
        .toList();
  }

  private static <P extends Play> boolean fits(Switched on, Class<P> place, Predicate<P> fits) {
    Play play = on.behaviour().play();
    return place.isInstance(play) && fits.test(place.cast(play));
  }

  private synchronized List<Play> use(Predicate<Switched> which, String user) {
    List<Play> plays = new ArrayList<>();
    ListIterator<Switched> all = switched.listIterator();
    while (all.hasNext()) {
      Switched on = all.next();
      if (which.test(on) && on.scope().covers(user)) {
        plays.add(on.behaviour().play());
        DemoScope left = on.scope().used();
        if (left == null) {
          all.remove();
        } else {
          all.set(new Switched(on.behaviour(), left));
        }
      }
    }
    return plays;
  }
}
