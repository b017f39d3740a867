package io.goldenpath.journey;

import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Exercise.Cut;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.UserRun;
import io.goldenpath.wire.UpgradeCall;
import java.util.List;
import java.util.Optional;

/** One user who says what nobody understands, loses the connection, and goes on all the same. */
final class RecoveryWalk {

  private final Road road;
  private final Exercise.Recovery exercise;
  private final EarlierRuns earlier;
  private final Traveller traveller;
  private final Pardons pardons = new Pardons();
  private final Line line;

  RecoveryWalk(Road road, Exercise.Recovery exercise, EarlierRuns earlier, Traveller traveller) {
    this.road = road;
    this.exercise = exercise;
    this.earlier = earlier;
    this.traveller = traveller;
    this.line = new Line(road, traveller, earlier, pardons, exercise.sockets());
  }

  UserRun walk() throws InterruptedException {
    Optional<UpgradeCall> upgrade = traveller.logIn();
    try {
      if (upgrade.isPresent() && line.opened(upgrade.get()) && mischief() && loss() && haste()) {
        line.chat().leave();
      }
    } finally {
      line.hangUp();
    }
    traveller.cleanUp();
    return traveller.met(line.events());
  }

  List<Finding> findings() {
    return traveller.notes().findings();
  }

  /** The connection serves a whole path afterwards, whether it will be cut or not. */
  private boolean mischief() throws InterruptedException {
    Mischief mischief = new Mischief(road, exercise, traveller, earlier, pardons, line);
    Optional<String> what = mischief.what();
    if (!mischief.survived()) {
      return false;
    }
    boolean walks = what.isPresent() || exercise.cut() == Cut.NONE;
    return !walks || line.walked(what.orElse(null));
  }

  private boolean loss() throws InterruptedException {
    return exercise.cut() == Cut.NONE
        || !line.renewable()
        || new Loss(road, exercise, traveller, line).overcome();
  }

  private boolean haste() throws InterruptedException {
    boolean ready = true;
    for (int i = 0; i < exercise.reconnects() && ready && line.renewable(); i++) {
      line.chat().leave();
      ready = line.renewed(traveller.notes().now(), judgement -> judgement);
    }
    return ready;
  }
}
