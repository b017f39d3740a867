package io.goldenpath.journey;

import io.goldenpath.probe.EventMark;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Redactor;
import io.goldenpath.probe.User;
import io.goldenpath.probe.UserRun;
import io.goldenpath.wire.UpgradeCall;
import io.goldenpath.wire.WebSocket;
import java.util.List;
import java.util.Optional;

/** One user on the golden path: log in, connect, talk. */
final class Walk {

  private final Road road;
  private final EarlierRuns earlier;
  private final Traveller traveller;

  Walk(Road road, User user, Redactor secrets, EarlierRuns earlier, long start) {
    this.road = road;
    this.earlier = earlier;
    this.traveller = new Traveller(road, user, secrets, start);
  }

  UserRun walk() throws InterruptedException {
    List<EventMark> events = List.of();
    Optional<UpgradeCall> upgrade = traveller.logIn();
    if (upgrade.isPresent()) {
      Optional<WebSocket> socket = traveller.connect(upgrade.get());
      if (socket.isPresent()) {
        events =
            new Talk(road, traveller, earlier, socket.get(), road.question(), Companion.NOBODY)
                .events();
      }
    }
    traveller.cleanUp();
    return traveller.met(events);
  }

  List<Finding> findings() {
    return traveller.notes().findings();
  }
}
