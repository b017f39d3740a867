package io.goldenpath.journey;

import io.goldenpath.contract.Question;
import io.goldenpath.probe.EventMark;
import io.goldenpath.probe.UserRun;
import io.goldenpath.wire.UpgradeCall;
import io.goldenpath.wire.WebSocket;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One user at a party: in at the door, ask with the others or listen, and go when all go. */
final class Attendance {

  private final Road road;
  private final Party party;
  private final Guest guest;
  private final Traveller traveller;
  private final EarlierRuns earlier;
  private final Set<String> codes;

  /**
   * @param codes what users asked for in runs before this one
   */
  Attendance(
      Road road,
      Party party,
      Guest guest,
      Traveller traveller,
      EarlierRuns earlier,
      Set<String> codes) {
    this.road = road;
    this.party = party;
    this.guest = guest;
    this.traveller = traveller;
    this.earlier = earlier;
    this.codes = codes;
  }

  Guest guest() {
    return guest;
  }

  /** Attends, on the user's own thread, and leaves nobody waiting. */
  UserRun attend() throws InterruptedException {
    try {
      List<EventMark> events = List.of();
      Optional<WebSocket> socket = enter();
      if (socket.isPresent()) {
        events = take(socket.get());
      }
      traveller.cleanUp();
      return traveller.met(events);
    } finally {
      guest.gone();
      guest.testimony().findings(traveller.notes().findings());
    }
  }

  private Optional<WebSocket> enter() throws InterruptedException {
    boolean turn = party.enter(traveller.timeout().left(road.clocks().stopwatch()));
    try {
      Optional<UpgradeCall> upgrade = traveller.logIn();
      guest.loggedIn(traveller.visit().map(visit -> visit.token().subject()).orElse(null), codes);
      return upgrade.isPresent() ? traveller.connect(upgrade.get()) : Optional.empty();
    } finally {
      if (turn) {
        party.in();
      }
    }
  }

  private List<EventMark> take(WebSocket socket) throws InterruptedException {
    Optional<Question> question = guest.question();
    Talk talk =
        new Talk(road, traveller, earlier, socket, question.orElseGet(road::question), guest);
    return question.isPresent() ? talk.events() : talk.listened();
  }
}
