package io.goldenpath.framing.stomp;

import static io.goldenpath.framing.stomp.StompConversation.CONNECTED;
import static io.goldenpath.framing.stomp.StompConversation.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Broken;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Incoming.Misplaced;
import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TemplateValues;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StompHandshakeTests {

  @Test
  void offersItsVersions() {
    assertThat(framing(Map.of()).subprotocols()).containsExactly("v12.stomp", "v11.stomp");
  }

  @Test
  void connectsFirst() {
    FramingConnection connection = framing(Map.of()).connection(TemplateValues.NONE);

    assertThat(connection.established()).isFalse();
    assertThat(connection.due(0))
        .containsExactly("CONNECT\naccept-version:1.2,1.1\nhost:/\nheart-beat:4000,4000\n\n\0");
    assertThat(connection.due(0)).isEmpty();
  }

  @Test
  void putsHeadersIntoConnectWithoutEscapes() {
    TemplateValues values = name -> name.equals("token") ? "a:b\\c\r\nlogin:root\0" : null;

    assertThat(
            framing(Map.of("X-CSRF-TOKEN", template("{token}"), "host", template("agents")))
                .connection(values)
                .due(0))
        .singleElement()
        .asString()
        .contains("\nX-CSRF-TOKEN:a:b\\clogin:root\n", "\nhost:agents\n")
        .doesNotContain("host:/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"heart-beat", "accept-version", "a:b", "a\nb", ""})
  void refusesHeadersThatConnectCannotBeGiven(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> framing(Map.of(name, template("x"))))
        .withMessageContaining("'" + name + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT1S", "P2D"})
  void refusesHeartBeatsThatNobodyCanKeep(Duration beat) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StompFraming(Map.of(), Map.of(), beat))
        .withMessageContaining(beat.toString());
  }

  @Test
  void subscribesInOrderOnceConnected() {
    Map<String, String> subscriptions = new LinkedHashMap<>();
    subscriptions.put("ev", "/user/queue/events");
    subscriptions.put("a:1", "/app/hello");
    FramingConnection connection =
        new StompFraming(Map.of(), subscriptions, Duration.ZERO).connection(TemplateValues.NONE);
    connection.due(0);

    connection.unwrap(CONNECTED, 0);

    assertThat(connection.established()).isTrue();
    assertThat(connection.due(0))
        .containsExactly(
            "SUBSCRIBE\ndestination:/user/queue/events\nid:ev\n\n\0",
            "SUBSCRIBE\ndestination:/app/hello\nid:a\\c1\n\n\0");
  }

  @Test
  void tellsWhatConnectedSays() {
    FramingConnection connection = StompConversation.fresh();

    assertThat(connection.unwrap("CONNECTED\r\nversion:1.1\r\nuser-name:a\\cb:c\r\n\r\n\0\n", 0))
        .singleElement()
        .isInstanceOfSatisfying(
            Message.class,
            message -> {
              assertThat(message.body().isMissingNode()).isTrue();
              assertThat(message.envelope().name()).isEqualTo("CONNECTED");
              assertThat(message.envelope().headers()).containsEntry("user-name", "a\\cb:c");
              assertThat(message.text()).contains("\"user-name\":\"a\\\\cb:c\"");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "version:1.0\n", "version:\n", "version:1.3\n"})
  void mindsAVersionThatWasNotOffered(String version) {
    FramingConnection connection = StompConversation.fresh();

    assertThat(connection.unwrap("CONNECTED\n" + version + "\n\0", 0))
        .singleElement()
        .isInstanceOf(Misplaced.class);
    assertThat(connection.established()).isFalse();
  }

  @Test
  void mindsASecondConnected() {
    assertThat(StompConversation.connected().unwrap(CONNECTED, 1))
        .containsExactly(new Misplaced("CONNECTED came twice"));
  }

  @Test
  void mindsMessagesBeforeConnected() {
    assertThat(StompConversation.fresh().unwrap(event("{}"), 0))
        .containsExactly(new Misplaced("MESSAGE came before CONNECTED"));
    assertThat(StompConversation.fresh().unwrap("RECEIPT\nreceipt-id:1\n\n\0", 0))
        .containsExactly(new Misplaced("RECEIPT came before CONNECTED"));
  }

  @Test
  void mindsAnOfferOfHeartBeatsThatIsNone() {
    FramingConnection connection = StompConversation.fresh();

    assertThat(connection.unwrap("CONNECTED\nversion:1.2\nheart-beat:often\n\n\0", 0))
        .satisfiesExactly(
            broken -> assertThat(broken).isInstanceOf(Broken.class),
            message -> assertThat(message).isInstanceOf(Message.class));
    assertThat(connection.established()).isTrue();
  }

  @Test
  void saysWhyTheServerRefuses() {
    FramingConnection connection = StompConversation.fresh();

    assertThat(connection.unwrap("ERROR\nmessage:no\\c token\n\n{\"code\":7}\0", 0))
        .singleElement()
        .isInstanceOfSatisfying(
            Incoming.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo("no: token {\"code\":7}");
              assertThat(refused.body().at("/code").intValue()).isEqualTo(7);
            });
    assertThat(connection.closing()).isEmpty();
  }

  @Test
  void givesTheHeadersOfARefusalWithoutAnObject() {
    assertThat(StompConversation.fresh().unwrap("ERROR\nmessage:no\n\nsorry\0", 0))
        .singleElement()
        .isInstanceOfSatisfying(
            Incoming.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo("no sorry");
              assertThat(refused.body().at("/message").stringValue()).isEqualTo("no");
            });
  }

  @Test
  void saysThatARefusalGivesNoReason() {
    assertThat(StompConversation.connected().unwrap("ERROR\n\n\0", 0))
        .singleElement()
        .isInstanceOfSatisfying(
            Incoming.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo("ERROR without a text"));
  }

  @Test
  void takesItsLeaveOfAServerThatAcceptedIt() {
    assertThat(StompConversation.fresh().closing()).isEmpty();
    FramingConnection connection = StompConversation.connected();

    assertThat(connection.closing()).containsExactly("DISCONNECT\nreceipt:goodbye\n\n\0");
    assertThat(connection.unwrap("RECEIPT\nreceipt-id:goodbye\n\n\0", 0))
        .containsExactly(new Incoming.Noise("RECEIPT"));

    connection.unwrap("ERROR\nmessage:Session closed.\ncontent-length:0\n\n\0", 0);
    assertThat(connection.closing()).isEmpty();
  }

  @Test
  void tellsReceiptsThatAMessageAskedFor() {
    FramingConnection connection = StompConversation.connected();
    connection.wrap(new Outgoing("{}", "/app/ask", Map.of("receipt", "q1"), false), 0);

    assertThat(StompConversation.message(connection.unwrap("RECEIPT\nreceipt-id:q1\n\n\0", 0)))
        .satisfies(receipt -> {
          assertThat(receipt.envelope().name()).isEqualTo("RECEIPT");
          assertThat(receipt.envelope().headers()).containsEntry("receipt-id", "q1");
        });
    assertThat(connection.unwrap("RECEIPT\nreceipt-id:q1\n\n\0", 0))
        .containsExactly(new Incoming.Noise("RECEIPT"));
  }

  @Test
  void remembersNoMoreReceiptsThanItsBound() {
    ReceiptRequests receipts = new ReceiptRequests();
    for (int i = 0; i <= ReceiptRequests.MOST; i++) {
      receipts.asked(new Outgoing("", "/app", Map.of("receipt", "r" + i), false));
    }

    assertThat(receipts.answered("r0")).isFalse();
    assertThat(receipts.answered("r1")).isTrue();
  }

  private static StompFraming framing(Map<String, MessageTemplate> connect) {
    return new StompFraming(connect, Map.of(), StompConversation.BEAT);
  }

  private static MessageTemplate template(String text) {
    return MessageTemplate.text(Secret.of(text));
  }
}
