package io.goldenpath.journey;

import io.goldenpath.contract.Question;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.EventMark;
import io.goldenpath.wire.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One user on one open socket: be welcomed, ask, follow the agent, close. */
final class Talk {

  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final Road road;
  private final Traveller traveller;
  private final Notes notes;
  private final WebSocket socket;
  private final Companion companion;
  private final Chat chat;

  Talk(
      Road road,
      Traveller traveller,
      EarlierRuns earlier,
      WebSocket socket,
      Question question,
      Companion companion) {
    this.road = road;
    this.traveller = traveller;
    this.notes = traveller.notes();
    this.socket = socket;
    this.companion = companion;
    this.chat = new Chat(road, traveller, earlier, socket, Terms.of(road, question, companion));
  }

  /** Talks until the run is over, and leaves the socket closed in any case. */
  List<EventMark> events() throws InterruptedException {
    Deadline timeout = traveller.timeout();
    boolean closed = false;
    try {
      boolean welcome = chat.welcomed();
      companion.ready(socket);
      if (welcome) {
        chat.converse();
      }
      chat.settle();
      intrude(timeout);
      linger(timeout);
      closed = true;
      close(chat.judgement().terminalAt().isPresent());
    } finally {
      if (!closed) {
        socket.close(notes.in(FAREWELL));
      }
    }
    return chat.judgement().events();
  }

  /** Whether the welcome came, whatever became of it. */
  boolean welcomed() {
    return chat.judgement().readyAt().isPresent();
  }

  /** Asks nothing, and listens until all have gone. */
  List<EventMark> listened() throws InterruptedException {
    Deadline timeout = traveller.timeout();
    boolean closed = false;
    try {
      boolean welcome = chat.welcomed();
      companion.ready(socket);
      chat.ear().listen(timeout, companion::dispersed);
      chat.ear().listen(timeout.earlier(notes.in(road.probe().plan().listen())), () -> false);
      welcome &= chat.judgement().ready();
      chat.judgement().left(notes.now());
      chat.settle();
      closed = true;
      close(welcome);
    } finally {
      if (!closed) {
        socket.close(notes.in(FAREWELL));
      }
    }
    return chat.judgement().events();
  }

  /** Asks on a thread that is another's, when all others have ended: none of it may come here. */
  private void intrude(Deadline timeout) throws InterruptedException {
    if (!companion.intrudes()) {
      return;
    }
    chat.ear().linger(timeout, companion::alone);
    Optional<String> thread = companion.strangersThread();
    if (thread.isEmpty()) {
      notes.remark("no event has named another user's thread: nothing is asked on one");
    } else {
      notes.remark("asks on the thread of another user");
      chat.ear().say(road.dialect().submit(road.question(), thread.get()), timeout);
      Deadline served = notes.in(road.probe().limits().firstEvent().failed());
      chat.ear().linger(timeout.earlier(served), companion::rebuffed);
    }
    companion.intruded();
  }

  /** The run is over; the others' may not be, and what is theirs may yet come here. */
  private void linger(Deadline timeout) throws InterruptedException {
    if (!companion.dispersed()) {
      chat.ear().linger(timeout, companion::dispersed);
      chat.ear().linger(timeout.earlier(notes.in(road.probe().plan().listen())), () -> false);
    }
  }

  private void close(boolean well) throws InterruptedException {
    if (well) {
      chat.leave();
    } else {
      chat.hangUp();
    }
  }
}
