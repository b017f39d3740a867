package io.goldenpath.demo.platform;

import io.goldenpath.demo.platform.FaultHook.ScriptChange;
import io.goldenpath.demo.script.AskedQuestion;
import io.goldenpath.demo.script.ClientMessage;
import io.goldenpath.demo.script.ConnectedUser;
import io.goldenpath.demo.script.DemoActivity.Kind;
import io.goldenpath.demo.script.DemoRunIds;
import io.goldenpath.demo.script.DemoState;
import io.goldenpath.demo.script.DemoUser;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ServerFrames;
import io.goldenpath.demo.script.WelcomeScript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import tools.jackson.databind.node.ObjectNode;

/** Connection of one user: welcomes or refuses, reads messages, and runs agents. */
public final class ChatConnection implements ConnectedUser {

  private final DemoUser user;
  private final DemoState state;
  private final DemoFaults.ForConnection hooks;
  private final FrameSender sender;
  private final MessageReader reader = new MessageReader(this::received);
  private final AgentRunner agents;

  public ChatConnection(
      DemoUser user, DemoState state, DemoFaults faults, StandardWebSocketSession session) {
    this.user = user;
    this.state = state;
    this.hooks = faults.forConnection(user.name());
    List<FaultHook.AtSend> due = hooks.due(FaultHook.AtSend.class);
    this.sender = new FrameSender(session, frame -> changed(frame, due), reader, state.timer());
    this.agents = new AgentRunner(user, state, hooks, sender);
  }

  @Override
  public DemoUser user() {
    return user;
  }

  @Override
  public Optional<AskedQuestion> question() {
    return agents.asked();
  }

  @Override
  public boolean listens() {
    return reader.isOpen() && !sender.isOver();
  }

  @Override
  public boolean send(ObjectNode frame) {
    return sender.send(frame);
  }

  @Override
  public void play(Script script, Consumer<Script> end) {
    sender.play(script, end);
  }

  @Override
  public void close(CloseStatus status) {
    sender.close(status);
  }

  public void open(Admission admission) {
    RefusalReason refusal = admission.refusal();
    if (refusal == null) {
      state.tell(Kind.CONNECTED, user.name(), "");
      welcome();
    } else {
      state.tell(Kind.TURNED_AWAY, user.name(), refusal.code());
      List<ScriptChange> changes =
          hooks.due(FaultHook.AtRefusal.class).stream().map(FaultHook.AtRefusal::change).toList();
      sender.play(changed(WelcomeScript.refusing(refusal.code(), refusal.message()), changes));
    }
  }

  private void welcome() {
    boolean returning = state.hasSeen(user.id());
    state.connected().add(this);
    List<ScriptChange> changes =
        hooks.due(FaultHook.AtWelcome.class, hook -> returning || !hook.returning()).stream()
            .map(FaultHook.AtWelcome::change)
            .toList();
    // a change may wait for another user
    state.timer().after(Duration.ZERO, () -> sender.play(changed(WelcomeScript.of(user), changes)));
  }

  public void read(String part, boolean last) {
    reader.read(part, last);
  }

  public void closed(CloseStatus status) {
    if (state.connected().remove(this)) {
      state.history().left(user.id(), state.now());
    }
    sender.over();
    Kind kind = sender.ended() ? Kind.CLOSED_BY_US : Kind.CLOSED;
    state.tell(kind, user.name(), String.valueOf(status.getCode()));
  }

  private void received(String text) {
    ClientMessage message = ClientMessage.of(text);
    FaultHook.Received received = new FaultHook.Received(user, message, state.now());
    List<FaultHook.AtReceived> due =
        hooks.due(FaultHook.AtReceived.class, hook -> hook.when().test(received));
    if (due.isEmpty()) {
      answer(message);
    } else {
      due.forEach(hook -> sender.play(hook.script()));
    }
  }

  private void answer(ClientMessage message) {
    Instant now = state.now();
    switch (message.kind()) {
      case UNANSWERED, SHAPELESS -> {}
      case UNREADABLE ->
          send(ServerFrames.error("FORMAT_ERROR", "Invalid JSON: " + message.text(), now));
      case UNTYPED -> send(ServerFrames.ack(user, "unknown", now));
      case PING -> send(ServerFrames.pong(user.id(), now));
      case PONG -> note("pong");
      case HEARTBEAT -> send(ServerFrames.heartbeatAck(now));
      case CONNECT -> send(ServerFrames.connected(user, now));
      case UNKNOWN -> send(ServerFrames.ack(user, message.type(), now));
      case CANNED -> {
        note("agent_request");
        agents.runCanned(message.text());
      }
      case QUESTION -> {
        note(message.type());
        agents.run(message);
      }
    }
  }

  private Script changed(Script good, List<ScriptChange> changes) {
    ScriptContext context = new ScriptContext(user, "", DemoRunIds.fresh(user.id()), state);
    return ScriptChange.all(changes, good, context);
  }

  private static ObjectNode changed(ObjectNode frame, List<FaultHook.AtSend> due) {
    ObjectNode changed = frame;
    for (FaultHook.AtSend hook : due) {
      changed = hook.change().apply(changed);
    }
    return changed;
  }

  private void note(String type) {
    state.tell(Kind.MESSAGE, user.name(), type);
  }
}
