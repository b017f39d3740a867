package io.goldenpath.journey;

import io.goldenpath.probe.Call;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Step;
import io.goldenpath.wire.UpgradeCall;
import io.goldenpath.wire.WebSocket;
import java.time.Duration;
import java.util.Optional;

/** A user who logs out while a socket is open: it must not outlive the session. */
final class Revocation {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String WHO = "The log-out";

  private final Road road;
  private final Traveller traveller;
  private final EarlierRuns earlier;
  private final Notes notes;
  private final Call logOut;

  Revocation(Road road, Traveller traveller, EarlierRuns earlier, Call logOut) {
    this.road = road;
    this.traveller = traveller;
    this.earlier = earlier;
    this.notes = traveller.notes();
    this.logOut = logOut;
  }

  /** Logs in, connects, and logs out; whether it came so far. */
  boolean happens() throws InterruptedException {
    Optional<UpgradeCall> upgrade = traveller.logInApart();
    try {
      Optional<WebSocket> socket =
          upgrade.isEmpty() ? Optional.empty() : traveller.connect(upgrade.get());
      return socket.isPresent()
          && on(new Chat(road, traveller, earlier, socket.get(), Terms.of(road)));
    } finally {
      // a platform may end every session of the user
      traveller.forget();
    }
  }

  private boolean on(Chat chat) throws InterruptedException {
    try {
      return chat.enter() && ends(chat);
    } finally {
      chat.hangUp();
    }
  }

  private boolean ends(Chat chat) throws InterruptedException {
    long asked = notes.now();
    Optional<Setback> setback =
        traveller
            .visit()
            .orElseThrow()
            .make(logOut, WHO, traveller.within(road.probe().limits().login()));
    if (setback.isPresent()) {
      Setback why = setback.get();
      notes.find(why.kind(), Step.LOGIN, why.expected(), why.message());
      return false;
    }
    notes.remark("has logged out by " + logOut.what());
    Deadline end = notes.in(PATIENCE).earlier(traveller.timeout());
    Aftermath aftermath = new Aftermath(end);
    chat.overhear(aftermath).listen(end, () -> false);
    if (aftermath.ended().isEmpty()) {
      notes.find(
          FindingKind.UNAUTHORISED_ACCEPTED,
          Step.EVENTS,
          "an end of the open socket within " + PATIENCE.toSeconds() + " s of the log-out",
          "The session went on after the log-out: %d s after %s the user's socket was still open"
              .formatted(PATIENCE.toSeconds(), logOut.what()));
    } else if (aftermath.ended().getAsLong() < asked) {
      notes.find(
          FindingKind.DROPPED,
          Step.SEND,
          "an open connection",
          "The connection was lost before the user had logged out");
    }
    return true;
  }
}
