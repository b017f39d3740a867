package io.goldenpath.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the platform behaves on one connection.
 *
 * @param faults What is on.
 * @param user Name of the connection's user.
 * @param own What the connection has for as long as it lasts.
 */
record Plays(DemoFaults faults, String user, List<Play> own) {

  static Plays of(DemoFaults faults, String user) {
    return new Plays(faults, user, faults.forConnection(user));
  }

  /** What takes effect now, at such a place. */
  <P extends Play> List<P> due(Class<P> place) {
    return Stream.concat(
            own.stream().filter(place::isInstance).map(place::cast),
            faults.due(place, user).stream())
        .toList();
  }
}
