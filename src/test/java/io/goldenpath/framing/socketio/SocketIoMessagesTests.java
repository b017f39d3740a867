package io.goldenpath.framing.socketio;

import static io.goldenpath.framing.socketio.SocketIoConnections.BYTES;
import static io.goldenpath.framing.socketio.SocketIoConnections.OPEN;
import static io.goldenpath.framing.socketio.SocketIoConnections.broken;
import static io.goldenpath.framing.socketio.SocketIoConnections.connected;
import static io.goldenpath.framing.socketio.SocketIoConnections.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.framing.BinaryFrames;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Incoming.Misplaced;
import io.goldenpath.framing.Incoming.Noise;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.target.TemplateValues;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketIoMessagesTests {

  private static final String AUDIO =
      "452-/chat,[\"audio\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]";

  @Test
  void readsAnEvent() {
    String frame = "42/chat,[\"delta\",\"run-1\",{\"text\":\"You, \"}]";

    Message message = message(connected().unwrap(frame, 0));

    assertThat(message.body()).hasToString("\"run-1\"");
    assertThat(message.text()).isEqualTo(frame);
    assertThat(message.envelope().name()).isEqualTo("delta");
    assertThat(message.envelope().args()).hasSize(2);
    assertThat(message.envelope().args().get(1)).hasToString("{\"text\":\"You, \"}");
    assertThat(message.envelope().ack()).isNull();
    assertThat(message.envelope().headers()).isEmpty();
  }

  @Test
  void readsAnEventWithoutArguments() {
    Message message = message(connected().unwrap("42/chat,[\"idle\"]", 0));

    assertThat(message.body().isMissingNode()).isTrue();
    assertThat(message.envelope().args()).isEmpty();
  }

  @Test
  void acknowledgesAnEventWhoseServerAsks() {
    FramingConnection connection = connected();

    assertThat(message(connection.unwrap("42/chat,12[\"still-there\"]", 0)).envelope().name())
        .isEqualTo("still-there");
    assertThat(connection.due(0)).containsExactly("43/chat,12[]");
    assertThat(connection.due(0)).isEmpty();
  }

  @Test
  void sendsAnEventWithItsArguments() {
    FramingConnection connection = connected();

    assertThat(connection.wrap(event("say \"it\"", "{\"a\":1},2", false), 0))
        .isEqualTo("42/chat,[\"say \\\"it\\\"\",{\"a\":1},2]");
    assertThat(connection.wrap(event("idle", "", false), 0)).isEqualTo("42/chat,[\"idle\"]");
    assertThat(connection.wrap(new Outgoing("{}"), 0)).isEqualTo("42/chat,[\"message\",{}]");
    assertThat(connection.wrap(event("ask", "{\"a\":", false), 0))
        .isEqualTo("42/chat,[\"ask\",{\"a\":]");
  }

  @Test
  void readsTheAcknowledgementOfAnEvent() {
    FramingConnection connection = connected();
    assertThat(connection.wrap(event("ask", "1", true), 0)).isEqualTo("42/chat,1[\"ask\",1]");

    Message message = message(connection.unwrap("43/chat,1[{\"run\":\"r\"},true]", 0));

    assertThat(message.envelope().name()).isEqualTo("ask");
    assertThat(message.body()).hasToString("{\"run\":\"r\"}");
    assertThat(message.envelope().ack()).hasSize(2);
    assertThat(message.envelope().args()).isEmpty();
  }

  @Test
  void tellsAcknowledgementsApart() {
    FramingConnection connection = connected();
    connection.wrap(event("ask", "1", true), 0);
    connection.wrap(event("stop", "1", true), 0);
    connection.wrap(event("ask", "2", true), 0);

    assertThat(connection.unwrap("43/chat,1[]", 0))
        .containsExactly(new Noise("acknowledgement of an earlier event"));
    assertThat(message(connection.unwrap("43/chat,3[]", 0)).envelope().name()).isEqualTo("ask");
    assertThat(message(connection.unwrap("43/chat,2[]", 0)).envelope().name()).isEqualTo("stop");
    assertThat(connection.unwrap("43/chat,3[]", 0))
        .containsExactly(new Misplaced("an event was acknowledged twice"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "2", "999999999", "9999999999", "999999999999999999"})
  void doesNotAllowAcknowledgementsUnasked(String id) {
    FramingConnection connection = connected();
    connection.wrap(event("ask", "1", true), 0);

    assertThat(connection.unwrap("43/chat," + id + "[]", 0))
        .containsExactly(new Misplaced("an acknowledgement came that nobody asked for"));
  }

  @Test
  void forgetsEventsOfManyNames() {
    FramingConnection connection = connected();
    for (int i = 0; i <= 64; i++) {
      connection.wrap(event("event-" + i, "", true), 0);
    }

    assertThat(connection.unwrap("43/chat,1[]", 0))
        .containsExactly(new Noise("acknowledgement of an earlier event"));
    assertThat(message(connection.unwrap("43/chat,2[]", 0)).envelope().name()).isEqualTo("event-1");
  }

  @Test
  void givesAMessageOnceItsAttachmentsHaveCome() {
    FramingConnection connection = connected();

    assertThat(connection.unwrap(AUDIO, 0)).containsExactly(new Noise("attachments follow"));
    assertThat(connection.unwrap("2", 0)).containsExactly(new Incoming.Heartbeat());
    assertThat(connection.unwrap(BYTES, 0)).containsExactly(new Noise("attachment"));
    Message message = message(connection.unwrap(BYTES, 0));

    assertThat(message.envelope().name()).isEqualTo("audio");
    assertThat(message.text()).isEqualTo(AUDIO);
    assertThat(message.body().path("num").asInt()).isZero();
    assertThat(connection.unwrap(BYTES, 0))
        .containsExactly(new Misplaced("a binary frame came that no packet announced"));
  }

  @Test
  void readsBinaryAcknowledgements() {
    FramingConnection connection = connected();
    connection.wrap(event("ask", "", true), 0);

    connection.unwrap("461-/chat,1[{\"_placeholder\":true,\"num\":0}]", 0);

    assertThat(message(connection.unwrap(BYTES, 0)).envelope().ack()).hasSize(1);
  }

  @Test
  void wantsAttachmentsBeforeAllElse() {
    FramingConnection connection = connected();
    connection.unwrap(AUDIO, 0);

    assertThat(connection.unwrap("42/chat,[\"a\"]", 0))
        .containsExactly(new Misplaced("a packet came in place of a binary attachment"));
    assertThat(connected().unwrap("4565-/chat,[\"a\"]", 0))
        .containsExactly(new Misplaced("a packet announces more than 64 attachments"));
    assertThat(message(connected().unwrap("450-/chat,[\"a\"]", 0)).envelope().name())
        .isEqualTo("a");
  }

  @Test
  void canRefuseAttachments() {
    FramingConnection connection =
        new SocketIoFraming("/", null, BinaryFrames.FAIL).connection(TemplateValues.NONE);
    connection.unwrap(OPEN, 0);
    connection.unwrap("40{\"sid\":\"s\"}", 0);

    assertThat(connection.unwrap("451-[\"audio\",{}]", 0))
        .containsExactly(new Incoming.Broken("it has binary attachments, where text is spoken"));
    assertThat(connection.unwrap(BYTES, 0)).containsExactly(new Noise("attachment"));
    assertThat(message(connection.unwrap("42[\"a\"]", 0)).envelope().name()).isEqualTo("a");
  }

  @Test
  void passesOverOtherNamespaces() {
    FramingConnection connection = connected();
    Noise noise = new Noise("packet of another namespace");

    assertThat(connection.unwrap("42[\"a\"]", 0)).containsExactly(noise);
    assertThat(connection.unwrap("40/admin,{\"sid\":\"s\"}", 0)).containsExactly(noise);
    assertThat(connection.unwrap("41/admin", 0)).containsExactly(noise);
    assertThat(connection.unwrap("421[\"a\"]", 0)).containsExactly(noise);
    assertThat(connection.due(0)).isEmpty();
    connection.unwrap("451-[\"a\",{}]", 0);
    assertThat(connection.unwrap(BYTES, 0)).containsExactly(noise);
  }

  @Test
  void cannotReadWhatTheProtocolDoesNotKnow() {
    assertThat(broken("")).isEqualTo("it is empty");
    for (String frame : new String[] {"7", "b", "{}", "-1", "\u0664"}) {
      assertThat(broken(frame)).isEqualTo("it does not begin with the type of an Engine.IO packet");
    }
    assertThat(broken("2probe")).isEqualTo("its ping carries data");
    for (String packet :
        new String[] {
          "4",
          "47/chat,[]",
          "42/chat,[\"a\"",
          "42/chat,[\"a\"]x",
          "451/chat,[\"a\"]",
          "421-/chat,[\"a\"]",
          "4512345-/chat,[\"a\"]",
          "42/chat," + "[".repeat(65) + "]".repeat(65),
          "42/chat," + "[".repeat(100_000)
        }) {
      assertThat(broken(packet)).isEqualTo("it is no Socket.IO packet");
    }
    for (String event : new String[] {"", "[]", "{}", "[null]", "[{}]", "\"a\""}) {
      assertThat(broken("42/chat," + event))
          .isEqualTo("its event is no list that begins with a name");
    }
    assertThat(broken("43/chat,{}")).isEqualTo("its acknowledgement is no list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "3probe", "5"})
  void doesNotAllowAServerToSayWhatClientsSay(String frame) {
    assertThat(connected().unwrap(frame, 0))
        .containsExactly(
            new Misplaced("a server does not send Engine.IO packets of type " + frame.charAt(0)));
  }

  @Test
  void passesOverNoop() {
    assertThat(connected().unwrap("6", 0)).containsExactly(new Noise("Engine.IO noop"));
  }

  private static Outgoing event(String name, String arguments, boolean acknowledged) {
    return new Outgoing(arguments, name, Map.of(), acknowledged);
  }
}
