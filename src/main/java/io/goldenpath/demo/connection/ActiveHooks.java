package io.goldenpath.demo.connection;

import io.goldenpath.demo.fault.DemoFaults;
import io.goldenpath.demo.fault.FaultHook;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The hooks that act on one connection. */
record ActiveHooks(DemoFaults faults, String user, List<FaultHook> own) {

  static ActiveHooks of(DemoFaults faults, String user) {
    return new ActiveHooks(faults, user, faults.forConnection(user));
  }

  <H extends FaultHook> List<H> due(Class<H> place) {
    return due(place, _ -> true);
  }

  <H extends FaultHook> List<H> due(Class<H> place, Predicate<H> fits) {
    return Stream.concat(
            own.stream().filter(place::isInstance).map(place::cast).filter(fits),
            faults.due(place, user, fits).stream())
        .toList();
  }
}
