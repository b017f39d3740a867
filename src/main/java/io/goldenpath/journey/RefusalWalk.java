package io.goldenpath.journey;

import io.goldenpath.probe.EventMark;
import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Exercise.BadToken;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.UserRun;
import io.goldenpath.wire.UpgradeCall;
import io.goldenpath.wire.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One user, and whoever brings a bad token in their place: never two of them in a row. */
final class RefusalWalk {

  private final Road road;
  private final Exercise.Refusal exercise;
  private final BadTokens tokens;
  private final EarlierRuns earlier;
  private final AtomicBoolean owed;
  private final Traveller traveller;
  private final Notes notes;
  private Optional<UpgradeCall> next = Optional.empty();

  RefusalWalk(Road road, Refusal.Memory memory, Exercise.Refusal exercise, Traveller traveller) {
    this.road = road;
    this.exercise = exercise;
    this.tokens = memory.tokens();
    this.earlier = memory.earlier();
    this.owed = memory.owed();
    this.traveller = traveller;
    this.notes = traveller.notes();
  }

  UserRun walk() throws InterruptedException {
    List<EventMark> events = List.of();
    next = traveller.logIn();
    if (next.isPresent() && tried() && revoked()) {
      events = path();
    }
    traveller.cleanUp();
    return traveller.met(events);
  }

  List<Finding> findings() {
    return notes.findings();
  }

  /** Where the last run ended on a bad token, the good connect comes first, and not at the end. */
  private boolean tried() throws InterruptedException {
    boolean goodFirst = owed.get();
    boolean begun = goodFirst;
    for (Intruder intruder : intruders()) {
      if (begun && !welcomed()) {
        return false;
      }
      begun = true;
      owed.set(true);
      if (!intruder.tries()) {
        return false;
      }
    }
    return goodFirst || !begun || welcomed();
  }

  private List<Intruder> intruders() {
    IssuedToken own = traveller.visit().orElseThrow().token();
    List<Intruder> intruders = new ArrayList<>();
    for (BadToken kind : exercise.tokens()) {
      Optional<Secret> token = tokens.make(kind, own);
      if (token.isEmpty()) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        notes.remark(
            "the token '%s' was not tried: it cannot be made of the user's own, and none is given"
                .formatted(name));
      }
      token.ifPresent(bad -> intruders.add(new Intruder(road, traveller, kind, bad)));
    }
    return intruders;
  }

  /** With the user's own token: is welcomed, and leaves. */
  private boolean welcomed() throws InterruptedException {
    Optional<WebSocket> socket = connected();
    if (socket.isEmpty()) {
      return false;
    }
    Chat chat = new Chat(road, traveller, earlier, socket.get(), Terms.of(road));
    try {
      boolean welcomed = chat.enter();
      owed.compareAndSet(true, !welcomed);
      if (welcomed) {
        chat.leave();
      }
      return welcomed;
    } finally {
      chat.hangUp();
    }
  }

  private boolean revoked() throws InterruptedException {
    if (exercise.revoke() == null) {
      return true;
    }
    boolean happened = new Revocation(road, traveller, earlier, exercise.revoke()).happens();
    next = happened ? traveller.logIn() : Optional.empty();
    return next.isPresent();
  }

  private List<EventMark> path() throws InterruptedException {
    Optional<WebSocket> socket = connected();
    if (socket.isEmpty()) {
      return List.of();
    }
    Talk talk = new Talk(road, traveller, earlier, socket.get(), road.question(), Companion.NOBODY);
    List<EventMark> events = talk.events();
    owed.compareAndSet(true, !talk.welcomed());
    return events;
  }

  private Optional<WebSocket> connected() throws InterruptedException {
    Optional<UpgradeCall> upgrade = next.isPresent() ? next : traveller.askAgain();
    next = Optional.empty();
    if (upgrade.isEmpty()) {
      return Optional.empty();
    }
    notes.remark("connects with the user's own token");
    return traveller.connect(upgrade.get());
  }
}
