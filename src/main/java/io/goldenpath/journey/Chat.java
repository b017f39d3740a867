package io.goldenpath.journey;

import io.goldenpath.contract.Hearer;
import io.goldenpath.contract.Judgement;
import io.goldenpath.contract.Promise;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Frame;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import io.goldenpath.wire.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One question of one user on one open socket, in parts; whoever opened it hangs up. */
final class Chat {

  private static final Duration FAREWELL = Duration.ofSeconds(1);

  /** A peer that has failed already is not waited for: how it closes is news to nobody. */
  private static final Duration PARTING = Duration.ofMillis(50);

  private final Road road;
  private final Probe probe;
  private final Traveller traveller;
  private final EarlierRuns earlier;
  private final WebSocket socket;
  private final Terms terms;
  private final Notes notes;
  private final Judgement judgement;
  private final Ear ear;
  private long asked;

  Chat(Road road, Traveller traveller, EarlierRuns earlier, WebSocket socket, Terms terms) {
    Visit visit = traveller.visit().orElseThrow();
    this.road = road;
    this.probe = road.probe();
    this.traveller = traveller;
    this.earlier = earlier;
    this.socket = socket;
    this.terms = terms;
    this.notes = traveller.notes();
    this.judgement =
        new Judgement(
            new Promise(
                road.contract(),
                terms.limits(),
                probe.plan(),
                terms.question(),
                new Promise.Identity(
                    traveller.user().slot(), visit.token().subject(), earlier.ids())),
            notes.start());
    this.ear = ear(visit.introduction(), terms.hearing().apply(judgement));
  }

  private Chat(Chat before, Terms terms) {
    this.road = before.road;
    this.probe = before.probe;
    this.traveller = before.traveller;
    this.earlier = before.earlier;
    this.socket = before.socket;
    this.terms = terms;
    this.notes = before.notes;
    this.judgement = before.judgement.again(terms.question(), earlier.ids(), notes.now());
    this.ear = overhear(terms.hearing().apply(judgement));
  }

  /**
   * Another question on the same socket.
   *
   * @param hearing who is told in place of its judgement
   */
  Chat again(Function<Judgement, Hearer> hearing) {
    return new Chat(this, terms.asking(road.question(), hearing));
  }

  Judgement judgement() {
    return judgement;
  }

  WebSocket socket() {
    return socket;
  }

  Ear ear() {
    return ear;
  }

  /** Hears on what comes, for somebody else than the judgement. */
  Ear overhear(Hearer hearer) {
    return ear(Optional.empty(), hearer);
  }

  /** Is welcomed, and stays; whether it came so far. */
  boolean enter() throws InterruptedException {
    boolean welcomed = welcomed();
    if (welcomed) {
      judgement.left(notes.now());
    }
    settle();
    return welcomed;
  }

  /** Waits for the welcome, which is a step; whether it came. */
  boolean welcomed() throws InterruptedException {
    long from = notes.now();
    boolean welcomed = awaitsWelcome();
    // the welcome may have been read before this thread woke up
    notes.took(Step.WELCOME, from, Math.max(from, judgement.readyAt().orElseGet(notes::now)));
    return welcomed;
  }

  /** Waits for the welcome; whether it came. */
  boolean awaitsWelcome() throws InterruptedException {
    Deadline timeout = traveller.timeout();
    judgement.connected(notes.now());
    ear.introduce(timeout);
    ear.listen(timeout, judgement::ready);
    return judgement.ready();
  }

  /** Asks, and follows the run to its end. */
  void converse() throws InterruptedException {
    converse(() -> false);
  }

  /** Asks, and follows the run until this holds, or to its end. */
  void converse(BooleanSupplier enough) throws InterruptedException {
    if (ask()) {
      follow(ear, enough);
    }
  }

  /** Follows the run over another connection, to its end. */
  void follow(Chat other) throws InterruptedException {
    follow(other.overhear(judgement), () -> false);
  }

  private boolean ask() throws InterruptedException {
    Deadline timeout = traveller.timeout();
    Deadline hold = notes.in(probe.plan().hold());
    ear.listen(timeout.earlier(hold), () -> hold.reached(notes.now()));
    ear.listen(terms.companion().waitsUntil(timeout), terms.companion()::assembled);
    if (!judgement.ready()) {
      return false;
    }
    long from = notes.now();
    String message = road.dialect().submit(terms.question());
    int bytes = message.getBytes(StandardCharsets.UTF_8).length;
    boolean sent = judgement.fits(bytes, from) && socket.send(message, timeout);
    if (sent) {
      terms.companion().sent(notes.frame(Frame.Direction.SENT, from, bytes, message), from);
      judgement.sent(from);
      asked = notes.now();
    } else {
      ear.listen(notes.in(FAREWELL).earlier(timeout), () -> false);
    }
    notes.took(Step.SEND, from, notes.now());
    return sent;
  }

  private void follow(Ear listener, BooleanSupplier enough) throws InterruptedException {
    listener.listen(traveller.timeout(), enough);
    long terminal = judgement.terminalAt().orElseGet(notes::now);
    notes.took(Step.EVENTS, asked, Math.max(asked, terminal));
    if (judgement.terminalAt().isPresent()) {
      notes.took(Step.ANSWER, terminal, terminal);
    }
  }

  /** Brings the judgement to its end, and notes what it found. */
  void settle() {
    notes.add(conclude());
  }

  /** Brings the judgement to its end: what it found. */
  List<Finding> conclude() {
    if (!judgement.over()) {
      judgement.timedOut(probe.cadence().timeout(), notes.now());
    }
    terms.companion().ended(judgement);
    List<Finding> findings = judgement.findings();
    judgement.run().ifPresent(earlier::add);
    if (findings.stream().anyMatch(finding -> finding.kind() == FindingKind.AUTH_REFUSED)) {
      traveller.forget();
    }
    return findings;
  }

  /** Leaves by the rules: the peer's answer is waited for, and a bad one is found. */
  void leave() throws InterruptedException {
    long from = notes.now();
    Ending ending = socket.close(notes.in(probe.limits().close()));
    notes.took(Step.CLOSE, from, notes.now());
    if (ending instanceof Ending.Unanswered) {
      notes.find(
          FindingKind.TIMED_OUT,
          Severity.INFO,
          Step.CLOSE,
          "an answered close within " + probe.limits().close().toMillis() + " ms",
          "The server did not answer our close (1000) within %d ms"
              .formatted(probe.limits().close().toMillis()));
    } else if (ending instanceof Ending.Violation(String message)) {
      notes.find(
          FindingKind.PROTOCOL_ERROR,
          Step.CLOSE,
          "a close by the rules",
          "The server broke the protocol while closing: " + message);
    }
  }

  /** Ends the connection in any case, and waits for nobody. */
  void hangUp() throws InterruptedException {
    socket.close(notes.in(PARTING));
  }

  private Ear ear(Optional<Introduction> introduction, Hearer hearer) {
    return new Ear(socket, road.dialect(), introduction, hearer, notes, terms.companion());
  }
}
