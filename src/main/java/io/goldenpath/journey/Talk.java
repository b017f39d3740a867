package io.goldenpath.journey;

import io.goldenpath.contract.AgentEvent;
import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Judgement;
import io.goldenpath.contract.Promise;
import io.goldenpath.contract.Question;
import io.goldenpath.contract.Reading;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.EventMark;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Frame;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.User;
import io.goldenpath.wire.Received;
import io.goldenpath.wire.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One user on one open socket: be welcomed, ask, follow the agent, close. */
final class Talk {

  private static final Duration FAREWELL = Duration.ofSeconds(1);

  /** A peer that has failed already is not waited for: how it closes is news to nobody. */
  private static final Duration PARTING = Duration.ofMillis(50);

  private final Road road;
  private final Probe probe;
  private final User user;
  private final EarlierRuns earlier;
  private final Notes notes;
  private final Question question;
  private final Judgement judgement;
  private final Optional<Introduction> introduction;

  Talk(Road road, User user, Visit visit, EarlierRuns earlier, Notes notes) {
    this.road = road;
    this.probe = road.probe();
    this.user = user;
    this.earlier = earlier;
    this.notes = notes;
    this.question = Question.of(probe.plan().ask(), road.clocks().random());
    this.introduction = visit.introduction();
    this.judgement =
        new Judgement(
            new Promise(
                road.contract(),
                probe.limits(),
                probe.plan(),
                question,
                new Promise.Identity(user.slot(), visit.token().subject(), earlier.ids())),
            notes.start());
  }

  /** Talks until the run is over, and leaves the socket closed in any case. */
  List<EventMark> with(WebSocket socket, Deadline timeout) throws InterruptedException {
    boolean closed = false;
    try {
      welcome(socket, timeout);
      if (judgement.ready() && ask(socket, timeout)) {
        follow(socket, timeout);
      }
      settle();
      closed = true;
      close(socket);
    } finally {
      if (!closed) {
        socket.close(notes.in(FAREWELL));
      }
    }
    return judgement.events();
  }

  private void welcome(WebSocket socket, Deadline timeout) throws InterruptedException {
    long from = notes.now();
    judgement.connected(from);
    Optional<String> unasked = introduction.flatMap(Introduction::unasked);
    if (unasked.isPresent()) {
      say(socket, unasked.get(), timeout);
    }
    listen(socket, timeout, () -> judgement.ready());
    // the welcome may have been read before this thread woke up
    notes.took(Step.WELCOME, from, Math.max(from, judgement.readyAt().orElseGet(notes::now)));
  }

  private boolean ask(WebSocket socket, Deadline timeout) throws InterruptedException {
    Deadline hold = notes.in(probe.plan().hold());
    listen(socket, timeout.earlier(hold), () -> hold.reached(notes.now()));
    if (!judgement.ready()) {
      return false;
    }
    long from = notes.now();
    String message = road.dialect().submit(question);
    int bytes = message.getBytes(StandardCharsets.UTF_8).length;
    boolean sent = judgement.fits(bytes, from) && socket.send(message, timeout);
    if (sent) {
      notes.frame(Frame.Direction.SENT, from, bytes, message);
      judgement.sent(from);
    } else {
      listen(socket, notes.in(FAREWELL).earlier(timeout), () -> false);
    }
    notes.took(Step.SEND, from, notes.now());
    return sent;
  }

  private void follow(WebSocket socket, Deadline timeout) throws InterruptedException {
    long from = notes.now();
    listen(socket, timeout, () -> false);
    long terminal = judgement.terminalAt().orElseGet(notes::now);
    notes.took(Step.EVENTS, from, Math.max(from, terminal));
    if (judgement.terminalAt().isPresent()) {
      notes.took(Step.ANSWER, terminal, terminal);
    }
  }

  /** Hears frames until the judgement is over, enough is heard, or the time is up. */
  private void listen(WebSocket socket, Deadline timeout, BooleanSupplier enough)
      throws InterruptedException {
    while (!judgement.over() && !enough.getAsBoolean()) {
      switch (socket.receive(judgement.deadline().earlier(timeout))) {
        case Received.Text text -> heard(socket, text, timeout);
        case Received.Binary(var payload, long nanos) -> {
          int number =
              notes.frame(Frame.Direction.RECEIVED, nanos, payload.remaining(), "(binary)");
          judgement.frame(
              Heard.of(new Reading.Unreadable("it is binary, where text is spoken")),
              number,
              nanos);
        }
        case Received.Ended(Ending ending, long nanos) -> judgement.closed(ending, nanos);
        case Received.Nothing() -> {
          if (!waited(timeout)) {
            return;
          }
        }
      }
    }
  }

  private void heard(WebSocket socket, Received.Text text, Deadline timeout)
      throws InterruptedException {
    int number =
        notes.frame(Frame.Direction.RECEIVED, text.arrivalNanos(), text.bytes(), text.text());
    Optional<String> words = introduction.flatMap(first -> first.answer(text.text()));
    if (words.isPresent()) {
      say(socket, words.get(), timeout);
      return;
    }
    Heard heard = understood(text.text());
    judgement.frame(heard, number, text.arrivalNanos());
    if (heard.reading() instanceof Reading.Heartbeat(String reply) && reply != null) {
      say(socket, reply, timeout);
    }
  }

  private Heard understood(String frame) {
    return introduction.isPresent() && introduction.get().refusedBy(frame)
        ? Heard.of(
            new Reading.Failure(
                Excerpt.of(notes.clean(frame)),
                Reading.Blame.AUTH,
                Reading.Actor.NOBODY,
                new AgentEvent.Ids(null, null)))
        : road.dialect().read(frame);
  }

  private void say(WebSocket socket, String message, Deadline timeout) throws InterruptedException {
    long from = notes.now();
    if (socket.send(message, timeout)) {
      notes.frame(
          Frame.Direction.SENT, from, message.getBytes(StandardCharsets.UTF_8).length, message);
    }
  }

  /** Time has passed: whether there is still something to wait for. */
  private boolean waited(Deadline timeout) {
    long now = notes.now();
    judgement.elapsed(now);
    return !timeout.reached(now);
  }

  private void settle() {
    if (!judgement.over()) {
      judgement.timedOut(probe.cadence().timeout(), notes.now());
    }
    List<Finding> findings = judgement.findings();
    notes.add(findings);
    judgement.run().ifPresent(earlier::add);
    if (findings.stream().anyMatch(finding -> finding.kind() == FindingKind.AUTH_REFUSED)) {
      road.tokens().drop(probe.target().access().login(), user);
    }
  }

  private void close(WebSocket socket) throws InterruptedException {
    if (judgement.terminalAt().isEmpty()) {
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
