package io.goldenpath.framing.socketio;

import static io.goldenpath.framing.socketio.SocketIoConnections.CONNECTED;
import static io.goldenpath.framing.socketio.SocketIoConnections.OPEN;
import static io.goldenpath.framing.socketio.SocketIoConnections.asked;
import static io.goldenpath.framing.socketio.SocketIoConnections.connected;
import static io.goldenpath.framing.socketio.SocketIoConnections.fresh;
import static io.goldenpath.framing.socketio.SocketIoConnections.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.framing.BinaryFrames;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Broken;
import io.goldenpath.framing.Incoming.Heartbeat;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Incoming.Misplaced;
import io.goldenpath.framing.Incoming.Refused;
import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TemplateValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketIoHandshakeTests {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void asksForWebSocketAlone() {
    SocketIoFraming framing = new SocketIoFraming("/", null, BinaryFrames.IGNORE);

    assertThat(framing.query()).isEqualTo(Map.of("EIO", "4", "transport", "websocket"));
    assertThat(framing.subprotocols()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "chat", "/a,b"})
  void knowsWhatANamespaceIs(String namespace) {
    assertThatThrownBy(() -> new SocketIoFraming(namespace, null, BinaryFrames.IGNORE))
        .hasMessage("a namespace begins with / and has no comma, but this is '" + namespace + "'");
  }

  @Test
  void connectsOnceTheServerHasOpened() {
    MessageTemplate token = MessageTemplate.json(Secret.of("{\"token\":\"{token}\"}"));
    Map<String, Object> values = Map.of("token", "a\"b");
    FramingConnection connection =
        new SocketIoFraming("/chat", token, BinaryFrames.IGNORE).connection(values::get);

    assertThat(connection.due(0)).isEmpty();
    connection.unwrap(OPEN, 0);

    assertThat(connection.due(0)).containsExactly("40/chat,{\"token\":\"a\\\"b\"}");
    assertThat(connection.due(0)).isEmpty();
    assertThat(connection.established()).isFalse();
  }

  @Test
  void saysNothingMoreToTheMainNamespace() {
    FramingConnection connection = main();

    assertThat(connection.due(0)).containsExactly("40");
    connection.unwrap("40{\"sid\":\"s\"}", 0);
    assertThat(connection.established()).isTrue();
    assertThat(connection.wrap(new Outgoing("1", "ask", Map.of(), true), 0))
        .isEqualTo("421[\"ask\",1]");
    assertThat(message(connection.unwrap("42/,[\"a\"]", 0)).envelope().name()).isEqualTo("a");
    assertThat(connection.closing()).containsExactly("41");
  }

  @Test
  void isEstablishedOnceTheNamespaceAccepts() {
    FramingConnection connection = asked();

    Message message = message(connection.unwrap(CONNECTED, 0));

    assertThat(connection.established()).isTrue();
    assertThat(message.body()).hasToString("{\"sid\":\"s\"}");
    assertThat(message.text()).isEqualTo(CONNECTED);
    assertThat(message.envelope().name()).isEqualTo("connect");
    assertThat(message.envelope().headers()).isEqualTo(Map.of("maxPayload", "100000"));
    assertThat(message.envelope().ack()).isNull();
  }

  @Test
  void tellsWhyItIsRefused() {
    assertThat(asked().unwrap("44/chat,{\"message\":\"unauthorized\",\"data\":{\"code\":7}}", 0))
        .singleElement()
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo("unauthorized");
              assertThat(refused.body().at("/data/code").asInt()).isEqualTo(7);
            });
    assertThat(refusal("44/chat,\"Invalid token\"")).isEqualTo("Invalid token");
    assertThat(refusal("44/chat,{\"message\":\" \"}")).isEqualTo("CONNECT_ERROR without a message");
    assertThat(refusal("44/chat,")).isEqualTo("CONNECT_ERROR without a message");
  }

  @Test
  void isNotEstablishedByARefusal() {
    FramingConnection connection = asked();
    connection.unwrap("44/chat,{\"message\":\"no\"}", 0);

    assertThat(connection.established()).isFalse();
    assertThat(connection.closing()).isEmpty();
  }

  @Test
  void keepsToTheOrderOfTheHandshake() {
    assertMisplaced(fresh(), CONNECTED, "a packet came before Engine.IO was opened");
    assertMisplaced(fresh(), "2", "a packet came before Engine.IO was opened");
    assertMisplaced(asked(), OPEN, "Engine.IO was opened twice");
    assertMisplaced(asked(), "42/chat,[\"a\"]", "EVENT came before CONNECT was accepted");
    assertMisplaced(asked(), "43/chat,1[]", "ACK came before CONNECT was accepted");
    assertMisplaced(asked(), "41/chat,", "DISCONNECT came without a connection");
    assertMisplaced(asked(), "40/chat,", "CONNECT has no sid, as in Socket.IO 2");
    assertMisplaced(connected(), CONNECTED, "CONNECT was answered twice");
    assertMisplaced(connected(), "44/chat,{}", "CONNECT_ERROR came without a CONNECT to refuse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0[]",
        "0{\"pingInterval\":1}",
        "0{\"pingInterval\":0,\"pingTimeout\":1}",
        "0{\"pingInterval\":1,\"pingTimeout\":-1}",
        "0{\"pingInterval\":\"1\",\"pingTimeout\":1}",
        "0{\"pingInterval\":1.5,\"pingTimeout\":1}",
        "0{\"pingInterval\":1,\"pingTimeout\":86400001}",
        "0{\"pingInterval\":1e300,\"pingTimeout\":1}",
        "0{\"pingInterval\":99999999999999999999999,\"pingTimeout\":1}"
      })
  void cannotOpenWithoutPings(String open) {
    FramingConnection connection = fresh();

    assertThat(connection.unwrap(open, 0)).singleElement().isInstanceOf(Broken.class);
    assertThat(connection.due(0)).isEmpty();
    assertThat(connection.next()).isEmpty();
  }

  @Test
  void answersPings() {
    FramingConnection connection = connected();

    assertThat(connection.unwrap("2", 0)).containsExactly(new Heartbeat());
    assertThat(connection.due(0)).containsExactly("3");
    assertThat(connection.due(0)).isEmpty();
  }

  @Test
  void keepsNoMorePongsThanItCanSendAtOnce() {
    FramingConnection connection = connected();
    for (int i = 0; i < 1_000; i++) {
      connection.unwrap("2", 0);
    }

    assertThat(connection.due(0)).hasSize(64);
  }

  @Test
  void missesPingsOnceTheIntervalAndTheTimeoutAreOver() {
    FramingConnection connection = connected();
    connection.unwrap("2", SECOND);
    connection.unwrap("42/chat,[\"a\"]", 4 * SECOND);

    assertThat(connection.next()).hasValue(6 * SECOND);
    assertThat(connection.elapsed(6 * SECOND - 1)).isEmpty();
    assertThat(connection.elapsed(6 * SECOND))
        .containsExactly(new Incoming.Missed("no ping for 5 s"));
    assertThat(connection.elapsed(7 * SECOND)).isEmpty();
    assertThat(connection.next()).isEmpty();
  }

  @Test
  void missesPingsFromTheOpeningOn() {
    assertThat(fresh().next()).isEmpty();
    assertThat(fresh().elapsed(Long.MAX_VALUE)).isEmpty();
    assertThat(asked().next()).hasValue(5 * SECOND);
  }

  @Test
  void takesTheEndOfTheNamespaceForTheEndOfTheConnection() {
    FramingConnection connection = connected();
    String what = "the server disconnected us from namespace /chat";

    assertThat(connection.unwrap("41/chat,", 0))
        .containsExactly(new Incoming.Closing(what), new Incoming.Missed(what));
    assertThat(connection.established()).isFalse();
    assertThat(connection.closing()).isEmpty();
  }

  @Test
  void hearsTheServerClose() {
    assertThat(connected().unwrap("1", 0))
        .containsExactly(new Incoming.Closing("the server closes Engine.IO"));
  }

  @Test
  void leavesTheNamespaceBeforeItCloses() {
    assertThat(connected().closing()).containsExactly("41/chat,");
    assertThat(asked().closing()).isEmpty();
  }

  private static FramingConnection main() {
    FramingConnection connection =
        new SocketIoFraming("/", null, BinaryFrames.IGNORE).connection(TemplateValues.NONE);
    connection.unwrap(OPEN, 0);
    return connection;
  }

  private static String refusal(String frame) {
    return ((Refused) asked().unwrap(frame, 0).getFirst()).reason();
  }

  private static void assertMisplaced(FramingConnection connection, String frame, String why) {
    assertThat(connection.unwrap(frame, 0)).isEqualTo(List.of(new Misplaced(why)));
  }
}
