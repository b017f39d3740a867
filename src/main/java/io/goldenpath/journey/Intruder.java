package io.goldenpath.journey;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Exercise.BadToken;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Frame;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.Step;
import io.goldenpath.wire.ConnectResult;
import io.goldenpath.wire.HttpReply;
import io.goldenpath.wire.UpgradeCall;
import io.goldenpath.wire.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Somebody who brings a bad token, and must not be let in. */
final class Intruder {

  /** A refusal is due within this time of the upgrade. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** After this time without a word the intruder asks, for some serve whom they never welcomed. */
  private static final Duration HOLD = Duration.ofMillis(300);

  private static final Duration PARTING = Duration.ofMillis(50);

  private final Road road;
  private final Traveller traveller;
  private final Notes notes;
  private final BadToken kind;
  private final Secret token;

  Intruder(Road road, Traveller traveller, BadToken kind, Secret token) {
    this.road = road;
    this.traveller = traveller;
    this.notes = traveller.notes();
    this.kind = kind;
    this.token = token;
    notes.hide(token);
  }

  /** Tries to get in; whether the platform will bear another one. */
  boolean tries() throws InterruptedException {
    Visit visit = traveller.visit().orElseThrow().holding(token);
    Optional<UpgradeCall> upgrade = visit.upgrade();
    if (upgrade.isEmpty()) {
      notes.remark("the socket's address cannot be asked for " + with());
      return true;
    }
    notes.remark("connects " + with());
    long from = notes.now();
    Deadline deadline = traveller.within(road.probe().limits().connect());
    ConnectResult result = road.wire().connect(upgrade.get(), deadline);
    notes.took(Step.CONNECT, from, notes.now());
    return switch (result) {
      case ConnectResult.Refused(var reply, _) -> turnedAway(reply);
      case ConnectResult.Failed(var failure, _) -> {
        notes.find(failure.kind(), Step.CONNECT, "a refusal", of(failure.message()));
        yield false;
      }
      case ConnectResult.Connected(var socket, _) -> judged(inside(socket, visit));
    };
  }

  private boolean turnedAway(HttpReply reply) {
    FindingKind kind = Doorway.kind(reply);
    String message = of(Doorway.message(reply, notes.clean(reply.body())));
    if (kind == FindingKind.SHED) {
      notes.find(kind, Step.CONNECT, "a refusal", message);
      return false;
    }
    if (reply.status() < 300 || reply.status() >= 500) {
      notes.find(FindingKind.UPGRADE_REFUSED, Step.CONNECT, "a refusal with 4xx", message);
    }
    return true;
  }

  private Intrusion inside(WebSocket socket, Visit visit) throws InterruptedException {
    Deadline end = notes.in(PATIENCE).earlier(traveller.timeout());
    Deadline hold = notes.in(HOLD).earlier(end);
    Intrusion intrusion = new Intrusion(road.contract(), end);
    Optional<Introduction> introduction =
        token.reveal().isEmpty() ? Optional.empty() : visit.introduction();
    try {
      Ear ear = new Ear(socket, road.dialect(), introduction, intrusion, notes, Companion.NOBODY);
      ear.introduce(end);
      ear.listen(hold, () -> false);
      if (!intrusion.over()) {
        ask(socket, end);
      }
      ear.listen(end, () -> false);
      return intrusion;
    } finally {
      socket.close(notes.in(PARTING));
    }
  }

  private void ask(WebSocket socket, Deadline deadline) throws InterruptedException {
    String message = road.dialect().submit(road.question(), null);
    long from = notes.now();
    if (socket.send(message, deadline)) {
      int bytes = message.getBytes(StandardCharsets.UTF_8).length;
      notes.frame(Frame.Direction.SENT, from, bytes, message);
    }
  }

  private boolean judged(Intrusion intrusion) {
    Optional<Intrusion.Sign> sign = intrusion.sign();
    sign.ifPresent(seen -> {
      String message =
          switch (seen.kind()) {
            case UNAUTHORISED_ACCEPTED ->
                "INTRUDER: somebody %s was let in, and %s".formatted(with(), seen.what());
            case TIMED_OUT ->
                "Somebody %s was %s within %d s of the upgrade"
                    .formatted(with(), seen.what(), PATIENCE.toSeconds());
            default -> of(seen.what());
          };
      notes.find(
          seen.kind(),
          seen.step(),
          "a refusal within " + PATIENCE.toSeconds() + " s",
          message,
          seen.frame() == null ? new Integer[0] : new Integer[] {seen.frame()});
    });
    return sign.isEmpty() || sign.get().kind() != FindingKind.SHED;
  }

  private String of(String what) {
    return "To somebody " + with() + ": " + what;
  }

  private String with() {
    return switch (kind) {
      case NONE -> "without a token";
      case GARBAGE -> "with garbage for a token";
      case EXPIRED -> "with an expired token";
      case FOREIGN -> "with a token that somebody else has signed";
    };
  }
}
