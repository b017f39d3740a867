package io.goldenpath.journey;

import io.goldenpath.contract.Hearer;
import io.goldenpath.contract.Judgement;
import io.goldenpath.probe.EventMark;
import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Step;
import io.goldenpath.wire.UpgradeCall;
import io.goldenpath.wire.WebSocket;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The connection that one user has at the moment, and what was asked on it. */
final class Line {

  /** By these it is said that nothing came. */
  private static final Set<FindingKind> NOTHING =
      EnumSet.of(
          FindingKind.SILENT,
          FindingKind.STALLED,
          FindingKind.TIMED_OUT,
          FindingKind.NOT_UNDERSTOOD);

  private final Road road;
  private final Traveller traveller;
  private final EarlierRuns earlier;
  private final Pardons pardons;
  private @Nullable Chat chat;
  private int left;
  private List<EventMark> events = List.of();

  /**
   * @param sockets how many may be opened
   */
  Line(Road road, Traveller traveller, EarlierRuns earlier, Pardons pardons, int sockets) {
    this.road = road;
    this.traveller = traveller;
    this.earlier = earlier;
    this.pardons = pardons;
    this.left = sockets;
  }

  /** Connects for the first time; whether the user was welcomed. */
  boolean opened(UpgradeCall upgrade) throws InterruptedException {
    left--;
    Optional<WebSocket> socket = traveller.connect(upgrade);
    if (socket.isEmpty()) {
      return false;
    }
    chat = new Chat(road, traveller, earlier, socket.get(), Terms.of(road));
    return chat.enter();
  }

  /** Whether the user may connect once more. */
  boolean renewable() {
    return left > 0;
  }

  /**
   * Connects anew, after the connection was lost; whether a new one was ready in time.
   *
   * @param hearing who is told until the welcome in place of the judgement
   */
  boolean renewed(long lost, Function<Judgement, Hearer> hearing) throws InterruptedException {
    left--;
    Optional<Chat> next = new Reconnect(road, traveller, earlier, lost).happens(hearing);
    next.ifPresent(found -> chat = found);
    return next.isPresent();
  }

  /** What is said on the connection now. */
  Chat chat() {
    if (chat == null) {
      throw new IllegalStateException("nothing was ever connected");
    }
    return chat;
  }

  /** A new question on the same connection. */
  Chat next() {
    chat = chat().again(judgement -> new Lenient(judgement, pardons));
    return chat;
  }

  /** Walks the golden path from the question on; whether there was an answer. */
  boolean walked(@Nullable String after) throws InterruptedException {
    Chat asked = next();
    asked.converse();
    return told(asked, after);
  }

  /**
   * Notes what a run brought; whether it was an answer.
   *
   * @param after what had happened before, of which the platform has not recovered when nothing
   *     came; null for nothing
   */
  boolean told(Chat asked, @Nullable String after) {
    List<Finding> found = asked.conclude();
    boolean answered = asked.judgement().terminalAt().isPresent();
    traveller.notes().add(answered || after == null ? found : lost(found, after));
    events = asked.judgement().events();
    return answered;
  }

  /** The events of the last run. */
  List<EventMark> events() {
    return events;
  }

  /** Ends the connection, if there is one, in any case. */
  void hangUp() throws InterruptedException {
    if (chat != null) {
      chat.hangUp();
    }
  }

  /** That nothing came is the sign by which it is known, and no second finding. */
  private List<Finding> lost(List<Finding> found, String after) {
    List<Finding> all = new ArrayList<>();
    found.stream().filter(finding -> !NOTHING.contains(finding.kind())).forEach(all::add);
    Finding why =
        found.stream()
            .filter(finding -> NOTHING.contains(finding.kind()))
            .findFirst()
            .or(() -> found.stream().findFirst())
            .orElseThrow();
    Evidence evidence = why.evidence();
    String message = "After %s no golden path can be walked. %s".formatted(after, why.message());
    all.add(
        Finding.of(
            FindingKind.NOT_RECOVERED,
            Step.EVENTS,
            why.slot(),
            message,
            new Evidence("a golden path", evidence.seen(), evidence.at(), evidence.frames())));
    return all;
  }
}
