package io.goldenpath.journey;

import io.goldenpath.contract.Judgement;
import io.goldenpath.contract.Promise;
import io.goldenpath.contract.Question;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.EventMark;
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

  Talk(
      Road road,
      Traveller traveller,
      EarlierRuns earlier,
      WebSocket socket,
      Question question,
      Companion companion) {
    Visit visit = traveller.visit().orElseThrow();
    this.road = road;
    this.probe = road.probe();
    this.traveller = traveller;
    this.earlier = earlier;
    this.socket = socket;
    this.notes = traveller.notes();
    this.question = question;
    this.companion = companion;
    this.judgement =
        new Judgement(
            new Promise(
                road.contract(),
                probe.limits(),
                probe.plan(),
                question,
                new Promise.Identity(
                    traveller.user().slot(), visit.token().subject(), earlier.ids())),
            notes.start());
    this.ear = new Ear(socket, road.dialect(), visit.introduction(), judgement, notes, companion);
  }

  /** Talks until the run is over, and leaves the socket closed in any case. */
  List<EventMark> events() throws InterruptedException {
    Deadline timeout = traveller.timeout();
    boolean closed = false;
    try {
      welcome(timeout);
      companion.ready(socket);
      if (judgement.ready() && ask(timeout)) {
        follow(timeout);
      }
      settle();
      intrude(timeout);
      linger(timeout);
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
      welcome(timeout);
      companion.ready(socket);
      ear.listen(timeout, companion::dispersed);
      ear.listen(timeout.earlier(notes.in(probe.plan().listen())), () -> false);
      boolean welcome = judgement.ready();
      judgement.leave();
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

  private void welcome(Deadline timeout) throws InterruptedException {
    long from = notes.now();
    judgement.connected(from);
    ear.introduce(timeout);
    ear.listen(timeout, () -> judgement.ready());
    // the welcome may have been read before this thread woke up
    notes.took(Step.WELCOME, from, Math.max(from, judgement.readyAt().orElseGet(notes::now)));
  }

  private boolean ask(Deadline timeout) throws InterruptedException {
    Deadline hold = notes.in(probe.plan().hold());
    ear.listen(timeout.earlier(hold), () -> hold.reached(notes.now()));
    ear.listen(companion.waitsUntil(timeout), companion::assembled);
    if (!judgement.ready()) {
      return false;
    }
    long from = notes.now();
    String message = road.dialect().submit(question, null);
    int bytes = message.getBytes(StandardCharsets.UTF_8).length;
    boolean sent = judgement.fits(bytes, from) && socket.send(message, timeout);
    if (sent) {
      companion.sent(notes.frame(Frame.Direction.SENT, from, bytes, message), from);
      judgement.sent(from);
    } else {
      ear.listen(notes.in(FAREWELL).earlier(timeout), () -> false);
    }
    notes.took(Step.SEND, from, notes.now());
    return sent;
  }

  private void follow(Deadline timeout) throws InterruptedException {
    long from = notes.now();
    ear.listen(timeout, () -> false);
    long terminal = judgement.terminalAt().orElseGet(notes::now);
    notes.took(Step.EVENTS, from, Math.max(from, terminal));
    if (judgement.terminalAt().isPresent()) {
      notes.took(Step.ANSWER, terminal, terminal);
    }
  }

  private void settle() {
    if (!judgement.over()) {
      judgement.timedOut(probe.cadence().timeout(), notes.now());
    }
    companion.ended(judgement);
    List<Finding> findings = judgement.findings();
    notes.add(findings);
    judgement.run().ifPresent(earlier::add);
    if (findings.stream().anyMatch(finding -> finding.kind() == FindingKind.AUTH_REFUSED)) {
      traveller.forget();
    }
  }

  /** Asks on a thread that is another's, when all others have ended: none of it may come here. */
  private void intrude(Deadline timeout) throws InterruptedException {
    if (!companion.intrudes()) {
      return;
    }
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
  private void linger(Deadline timeout) throws InterruptedException {
    if (!companion.dispersed()) {
      ear.linger(timeout, companion::dispersed);
      ear.linger(timeout.earlier(notes.in(probe.plan().listen())), () -> false);
    }
  }

  private void close(boolean well) throws InterruptedException {
    if (!well) {
      socket.close(notes.in(PARTING));
      return;
    }
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
