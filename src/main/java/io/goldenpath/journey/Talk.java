package io.goldenpath.journey;

import io.goldenpath.contract.Hearer;
import io.goldenpath.contract.Judgement;
import io.goldenpath.contract.Promise;
import io.goldenpath.contract.Question;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.EventMark;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Frame;
import io.goldenpath.probe.Limits;
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

/** One user on one open socket: be welcomed, ask, follow the agent, close. */
final class Talk {

  private static final Duration FAREWELL = Duration.ofSeconds(1);

  /** A peer that has failed already is not waited for: how it closes is news to nobody. */
  private static final Duration PARTING = Duration.ofMillis(50);

  private final Road road;
  private final Probe probe;
  private final Traveller traveller;
  private final EarlierRuns earlier;
  private final WebSocket socket;
  private final Notes notes;
  private final Question question;
  private final Judgement judgement;
  private final Companion companion;
  private final Ear ear;
  private long asked;

  Talk(Road road, Traveller traveller, EarlierRuns earlier, WebSocket socket) {
    this(road, traveller, earlier, socket, road.question(), Companion.NOBODY);
  }

  /**
   * @param companion what the user has to do with those who walk at the same time
   */
  Talk(
      Road road,
      Traveller traveller,
      EarlierRuns earlier,
      WebSocket socket,
      Question question,
      Companion companion) {
    this(
        road,
        traveller,
        earlier,
        socket,
        new Manner(question, road.probe().limits(), judgement -> judgement, companion));
  }

  /**
   * @param limits what holds on this socket
   * @param hearing who is told in place of the judgement of the welcome
   */
  Talk(
      Road road,
      Traveller traveller,
      EarlierRuns earlier,
      WebSocket socket,
      Limits limits,
      Function<Judgement, Hearer> hearing) {
    this(
        road,
        traveller,
        earlier,
        socket,
        new Manner(road.question(), limits, hearing, Companion.NOBODY));
  }

  private Talk(
      Road road, Traveller traveller, EarlierRuns earlier, WebSocket socket, Manner manner) {
    Visit visit = traveller.visit().orElseThrow();
    this.road = road;
    this.probe = road.probe();
    this.traveller = traveller;
    this.earlier = earlier;
    this.socket = socket;
    this.notes = traveller.notes();
    this.question = manner.question();
    this.companion = manner.companion();
    this.judgement =
        new Judgement(
            new Promise(
                road.contract(),
                manner.limits(),
                probe.plan(),
                question,
                new Promise.Identity(
                    traveller.user().slot(), visit.token().subject(), earlier.ids())),
            notes.start());
    this.ear =
        new Ear(
            socket,
            road.dialect(),
            visit.introduction(),
            manner.hearing().apply(judgement),
            notes,
            companion);
  }

  /** How it is talked on a socket, and in whose company. */
  private record Manner(
      Question question, Limits limits, Function<Judgement, Hearer> hearing, Companion companion) {}

  private Talk(
      Talk before, Question question, Judgement judgement, Function<Judgement, Hearer> hearing) {
    this.road = before.road;
    this.probe = before.probe;
    this.traveller = before.traveller;
    this.earlier = before.earlier;
    this.socket = before.socket;
    this.notes = before.notes;
    this.question = question;
    this.companion = before.companion;
    this.judgement = judgement;
    this.ear = overhear(hearing.apply(judgement));
  }

  /**
   * Another question on the same socket.
   *
   * @param hearing who is told in place of its judgement
   */
  Talk again(Function<Judgement, Hearer> hearing) {
    Question next = road.question();
    return new Talk(this, next, judgement.again(next, earlier.ids(), notes.now()), hearing);
  }

  Judgement judgement() {
    return judgement;
  }

  WebSocket socket() {
    return socket;
  }

  /** Talks until the run is over, and leaves the socket closed in any case. */
  List<EventMark> events() throws InterruptedException {
    boolean closed = false;
    try {
      boolean welcomed = welcome();
      companion.ready(socket);
      if (welcomed) {
        converse();
      }
      settle();
      intrude();
      linger();
      closed = true;
      close(judgement.terminalAt().isPresent());
    } finally {
      if (!closed) {
        socket.close(notes.in(FAREWELL));
      }
    }
    return judgement.events();
  }

  /** Asks nothing, and listens until all have gone. */
  List<EventMark> listened() throws InterruptedException {
    Deadline timeout = traveller.timeout();
    boolean closed = false;
    try {
      welcome();
      companion.ready(socket);
      ear.listen(timeout, companion::dispersed);
      ear.listen(timeout.earlier(notes.in(probe.plan().listen())), () -> false);
      boolean welcome = judgement.ready();
      if (welcome) {
        judgement.left(notes.now());
      }
      settle();
      closed = true;
      close(welcome);
    } finally {
      if (!closed) {
        socket.close(notes.in(FAREWELL));
      }
    }
    return judgement.events();
  }

  /** Is welcomed, and stays; whether it came so far. */
  boolean enter() throws InterruptedException {
    boolean welcomed = welcome();
    if (welcomed) {
      judgement.left(notes.now());
    }
    settle();
    return welcomed;
  }

  /** Whether the welcome came, whatever became of it. */
  boolean welcomed() {
    return judgement.readyAt().isPresent();
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
  void follow(Talk other) throws InterruptedException {
    follow(other.overhear(judgement), () -> false);
  }

  /** Hears on what comes, for somebody else than the judgement. */
  Ear overhear(Hearer hearer) {
    return new Ear(socket, road.dialect(), Optional.empty(), hearer, notes, companion);
  }

  private boolean welcome() throws InterruptedException {
    long from = notes.now();
    boolean welcomed = awaitWelcome();
    // the welcome may have been read before this thread woke up
    notes.took(Step.WELCOME, from, Math.max(from, judgement.readyAt().orElseGet(notes::now)));
    return welcomed;
  }

  /** Waits for the welcome; whether it came. */
  boolean awaitWelcome() throws InterruptedException {
    Deadline timeout = traveller.timeout();
    judgement.connected(notes.now());
    ear.introduce(timeout);
    ear.listen(timeout, judgement::ready);
    return judgement.ready();
  }

  private boolean ask() throws InterruptedException {
    Deadline timeout = traveller.timeout();
    Deadline hold = notes.in(probe.plan().hold());
    ear.listen(timeout.earlier(hold), () -> hold.reached(notes.now()));
    ear.listen(companion.waitsUntil(timeout), companion::assembled);
    if (!judgement.ready()) {
      return false;
    }
    long from = notes.now();
    String message = road.dialect().submit(question);
    int bytes = message.getBytes(StandardCharsets.UTF_8).length;
    boolean sent = judgement.fits(bytes, from) && socket.send(message, timeout);
    if (sent) {
      companion.sent(notes.frame(Frame.Direction.SENT, from, bytes, message), from);
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

  /** Brings the judgement to its end and notes what it found. */
  void settle() {
    notes.add(conclude());
  }

  /** Brings the judgement to its end: what it found. */
  List<Finding> conclude() {
    if (!judgement.over()) {
      judgement.timedOut(probe.cadence().timeout(), notes.now());
    }
    companion.ended(judgement);
    List<Finding> findings = judgement.findings();
    judgement.run().ifPresent(earlier::add);
    if (findings.stream().anyMatch(finding -> finding.kind() == FindingKind.AUTH_REFUSED)) {
      traveller.forget();
    }
    return findings;
  }

  /** Asks on a thread that is another's, when all others have ended: none of it may come here. */
  private void intrude() throws InterruptedException {
    if (!companion.intrudes()) {
      return;
    }
    Deadline timeout = traveller.timeout();
    ear.linger(timeout, companion::alone);
    Optional<String> thread = companion.strangersThread();
    if (thread.isPresent()) {
      ear.say(road.dialect().submit(road.question(), thread.get()), timeout);
      Deadline served = notes.in(probe.limits().firstEvent().failed());
      ear.linger(timeout.earlier(served), companion::rebuffed);
    }
    companion.intruded();
  }

  /** The run is over; the others' may not be, and what is theirs may yet come here. */
  private void linger() throws InterruptedException {
    if (!companion.dispersed()) {
      Deadline timeout = traveller.timeout();
      ear.linger(timeout, companion::dispersed);
      ear.linger(timeout.earlier(notes.in(probe.plan().listen())), () -> false);
    }
  }

  private void close(boolean well) throws InterruptedException {
    if (well) {
      leave();
    } else {
      hangUp();
    }
  }

  /** Ends the connection in any case, and waits for nobody. */
  void hangUp() throws InterruptedException {
    socket.close(notes.in(PARTING));
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
}
