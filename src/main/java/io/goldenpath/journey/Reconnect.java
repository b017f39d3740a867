package io.goldenpath.journey;

import io.goldenpath.contract.Hearer;
import io.goldenpath.contract.Judgement;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Limit;
import io.goldenpath.probe.Limits;
import io.goldenpath.probe.Step;
import io.goldenpath.wire.UpgradeCall;
import io.goldenpath.wire.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** A user who lost the connection comes back: from the loss to the new welcome. */
final class Reconnect {

  private static final Duration LEAST = Duration.ofMillis(1);

  private final Road road;
  private final Traveller traveller;
  private final EarlierRuns earlier;
  private final Notes notes;
  private final Limit limit;
  private final long lost;

  /**
   * @param lost when the connection was lost
   */
  Reconnect(Road road, Traveller traveller, EarlierRuns earlier, long lost) {
    this.road = road;
    this.traveller = traveller;
    this.earlier = earlier;
    this.notes = traveller.notes();
    this.limit = road.probe().limits().reconnect();
    this.lost = lost;
  }

  /**
   * Connects once; the new connection, when it is welcomed in time.
   *
   * @param hearing who is told until the welcome in place of the judgement
   */
  Optional<Chat> happens(Function<Judgement, Hearer> hearing) throws InterruptedException {
    Deadline end = Deadline.after(lost, limit.failed()).earlier(traveller.timeout());
    notes.remark("connects again");
    Optional<UpgradeCall> upgrade = traveller.askAgain();
    Optional<WebSocket> socket =
        upgrade.isEmpty() ? Optional.empty() : traveller.reconnect(upgrade.get(), end);
    if (socket.isEmpty()) {
      failed();
      return Optional.empty();
    }
    return welcomed(
        new Chat(
            road, traveller, earlier, socket.get(), Terms.of(road).heardBy(limits(end), hearing)));
  }

  private Optional<Chat> welcomed(Chat chat) throws InterruptedException {
    boolean ready = false;
    try {
      ready = chat.awaitsWelcome();
      if (ready) {
        chat.judgement().left(notes.now());
      }
      notes.add(chat.conclude().stream().map(Reconnect::here).toList());
    } finally {
      if (!ready) {
        chat.hangUp();
      }
    }
    if (!ready) {
      failed();
      return Optional.empty();
    }
    long since = chat.judgement().readyAt().orElseThrow();
    notes.took(Step.RECONNECT, lost, since);
    slow(Duration.ofNanos(since - lost));
    return Optional.of(chat);
  }

  /** The welcome has what is left of the whole. */
  private Limits limits(Deadline end) {
    Duration left = Duration.ofNanos(end.left(road.clocks().stopwatch()));
    return road.probe().limits().withWelcome(Limit.of(left.compareTo(LEAST) < 0 ? LEAST : left));
  }

  private void slow(Duration taken) {
    if (limit.slow(taken)) {
      notes.find(
          FindingKind.RECONNECT_SLOW,
          Step.RECONNECT,
          "a new connection within %d ms".formatted(limit.ideal().toMillis()),
          "The new connection was ready %d ms after the old one was lost, where %d ms are allowed"
              .formatted(taken.toMillis(), limit.ideal().toMillis()));
    }
  }

  private void failed() {
    notes.took(Step.RECONNECT, lost, notes.now());
    notes.find(
        FindingKind.RECONNECT_FAILED,
        Step.RECONNECT,
        "a new connection within %d ms".formatted(limit.failed().toMillis()),
        "After the connection was lost there was no new one that was ready within %d ms"
            .formatted(limit.failed().toMillis()));
  }

  private static Finding here(Finding finding) {
    return finding.kind().steps().contains(Step.RECONNECT)
        ? new Finding(
            finding.kind(),
            finding.severity(),
            Step.RECONNECT,
            finding.slot(),
            finding.message(),
            finding.evidence())
        : finding;
  }
}
