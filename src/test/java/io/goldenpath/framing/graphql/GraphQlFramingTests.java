package io.goldenpath.framing.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Broken;
import io.goldenpath.framing.Incoming.Heartbeat;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Incoming.Misplaced;
import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TemplateValues;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphQlFramingTests {

  private static final String ACK = "{\"type\":\"connection_ack\",\"payload\":{\"user\":\"a\"}}";
  private static final Outgoing QUESTION = new Outgoing("{\"query\":\"subscription{a}\"}");

  @Test
  void offersItsSubprotocol() {
    assertThat(new GraphQlFraming(null).subprotocols()).containsExactly("graphql-transport-ws");
    assertThat(new GraphQlFraming(null).query()).isEmpty();
  }

  @Test
  void beginsWithTheHandshake() {
    FramingConnection connection = new GraphQlFraming(null).connection(TemplateValues.NONE);

    assertThat(connection.established()).isFalse();
    assertThat(connection.due(0)).containsExactly("{\"type\":\"connection_init\"}");
    assertThat(connection.due(0)).isEmpty();
    assertThat(connection.next()).isEmpty();
  }

  @Test
  void carriesTheTokenInTheHandshake() {
    MessageTemplate connect =
        MessageTemplate.json(Secret.of("{\"authorization\":\"Bearer {token}\"}"));
    Map<String, Object> values = Map.of("token", "a\"b");

    assertThat(new GraphQlFraming(connect).connection(values::get).due(0))
        .containsExactly(
            "{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer a\\\"b\"}}");
  }

  @Test
  void isEstablishedOnceTheServerAcknowledges() {
    FramingConnection connection = new GraphQlFraming(null).connection(TemplateValues.NONE);
    connection.due(0);

    Message message = message(connection.unwrap(ACK, 0));

    assertThat(connection.established()).isTrue();
    assertThat(message.body()).hasToString("{\"user\":\"a\"}");
    assertThat(message.text()).isEqualTo(ACK);
    assertThat(message.envelope().name()).isEqualTo("connection_ack");
    assertThat(message.envelope().headers()).isEmpty();
  }

  @Test
  void takesAnAcknowledgementWithoutPayload() {
    FramingConnection connection = new GraphQlFraming(null).connection(TemplateValues.NONE);
    connection.due(0);

    assertThat(
            message(connection.unwrap("{\"type\":\"connection_ack\"}", 0)).body().isMissingNode())
        .isTrue();
  }

  @Test
  void doesNotAllowAnAcknowledgementUnaskedOrTwice() {
    FramingConnection connection = new GraphQlFraming(null).connection(TemplateValues.NONE);

    assertThat(connection.unwrap(ACK, 0))
        .containsExactly(new Misplaced("connection_ack came before connection_init"));
    assertThat(connection.established()).isFalse();
    assertThat(established().unwrap(ACK, 0))
        .containsExactly(new Misplaced("connection_ack came twice"));
  }

  @Test
  void answersPings() {
    FramingConnection connection = new GraphQlFraming(null).connection(TemplateValues.NONE);
    connection.due(0);

    assertThat(connection.unwrap("{\"type\":\"ping\",\"payload\":null}", 0))
        .containsExactly(new Heartbeat());
    assertThat(connection.unwrap("{\"type\":\"ping\",\"payload\":{\"at\":1.50}}", 0))
        .containsExactly(new Heartbeat());
    assertThat(connection.due(0))
        .containsExactly("{\"type\":\"pong\"}", "{\"type\":\"pong\",\"payload\":{\"at\":1.5}}");
    assertThat(connection.due(0)).isEmpty();
    assertThat(connection.unwrap("{\"type\":\"pong\"}", 0)).containsExactly(new Heartbeat());
  }

  @Test
  void keepsNoMorePongsThanItCanSendAtOnce() {
    FramingConnection connection = established();
    for (int i = 0; i < 1_000; i++) {
      connection.unwrap("{\"type\":\"ping\"}", 0);
    }

    assertThat(connection.due(0)).hasSize(64);
  }

  @Test
  void beginsAnOperationWithEachMessage() {
    FramingConnection connection = established();

    assertThat(connection.wrap(QUESTION, 0))
        .isEqualTo(
            "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription{a}\"}}");
    assertThat(connection.wrap(new Outgoing("{\"query\":"), 0))
        .isEqualTo("{\"id\":\"2\",\"type\":\"subscribe\",\"payload\":{\"query\":}");
  }

  @Test
  void readsTheMessagesOfAnOperation() {
    FramingConnection connection = asked();

    Message next = message(connection.unwrap(operation("next", 1, "{\"data\":{\"a\":1}}"), 0));
    Message complete = message(connection.unwrap("{\"id\":\"1\",\"type\":\"complete\"}", 0));

    assertThat(next.body()).hasToString("{\"data\":{\"a\":1}}");
    assertThat(next.envelope().name()).isEqualTo("next");
    assertThat(next.envelope().headers()).isEqualTo(Map.of("id", "1"));
    assertThat(complete.envelope().name()).isEqualTo("complete");
    assertThat(complete.body().isMissingNode()).isTrue();
  }

  @Test
  void readsTheErrorsOfAnOperation() {
    Message error = message(asked().unwrap(operation("error", 1, "[{\"message\":\"no\"}]"), 0));

    assertThat(error.body()).hasToString("[{\"message\":\"no\"}]");
    assertThat(error.envelope().name()).isEqualTo("error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"next", "error", "complete"})
  void doesNotAllowAnOperationToGoOnAfterItsEnd(String type) {
    for (String end : List.of("error", "complete")) {
      FramingConnection connection = asked();
      connection.unwrap(operation(end, 1, "[]"), 0);

      assertThat(connection.unwrap(operation(type, 1, "{}"), 0))
          .containsExactly(new Misplaced(type + " came after the end of its operation"));
    }
  }

  @Test
  void tellsAnEarlierOperationFromTheLatest() {
    FramingConnection connection = asked();
    connection.wrap(QUESTION, 0);

    assertThat(connection.unwrap(operation("next", 1, "{}"), 0))
        .singleElement()
        .isInstanceOf(Incoming.Earlier.class);
    assertThat(connection.unwrap(operation("complete", 1, "{}"), 0))
        .singleElement()
        .isInstanceOf(Incoming.Earlier.class);
    assertThat(message(connection.unwrap(operation("next", 2, "{}"), 0)).envelope().headers())
        .isEqualTo(Map.of("id", "2"));
    assertThat(connection.unwrap(operation("next", 1, "{}"), 0))
        .containsExactly(new Misplaced("next came after the end of its operation"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "01", "+1", "-1", "99999999999", "", "b7d1", "١"})
  void doesNotAllowAnOperationThatWasNeverBegun(String id) {
    for (String type : List.of("next", "complete")) {
      FramingConnection connection = asked();
      assertThat(
              connection.unwrap(
                  "{\"id\":\"%s\",\"type\":\"%s\",\"payload\":{}}".formatted(id, type), 0))
          .containsExactly(new Misplaced(type + " came for an operation that was never begun"));
      assertThat(message(connection.unwrap(operation("next", 1, "{}"), 0)).body().isObject())
          .isTrue();
    }
  }

  @Test
  void doesNotAllowOperationsBeforeTheHandshake() {
    FramingConnection connection = new GraphQlFraming(null).connection(TemplateValues.NONE);
    connection.due(0);

    assertThat(connection.unwrap(operation("next", 1, "{}"), 0))
        .containsExactly(new Misplaced("next came before connection_ack"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"connection_init", "subscribe"})
  void doesNotAllowAServerToSayWhatClientsSay(String type) {
    assertThat(asked().unwrap("{\"type\":\"" + type + "\"}", 0))
        .containsExactly(new Misplaced("a server does not send " + type));
  }

  @Test
  void cannotReadWhatTheProtocolDoesNotKnow() {
    assertThat(broken("{\"type\":\"next\"")).isEqualTo("it is not JSON");
    assertThat(broken("")).isEqualTo("it is not JSON");
    assertThat(broken("[".repeat(100_000))).isEqualTo("it is not JSON");
    assertThat(broken("[{\"type\":\"pong\"}]")).isEqualTo("it is JSON, but not an object");
    assertThat(broken("{\"type\":7}")).isEqualTo("it has no type");
    assertThat(broken("{\"id\":\"1\"}")).isEqualTo("it has no type");
    assertThat(broken("{\"type\":\"ka\"}")).isEqualTo("its type is unknown: \"ka\"");
    assertThat(broken("{\"type\":\"next\",\"id\":1,\"payload\":{}}"))
        .isEqualTo("its id is no text");
    assertThat(broken("{\"type\":\"complete\"}")).isEqualTo("its id is no text");
    assertThat(broken("{\"type\":\"next\",\"id\":\"1\"}")).isEqualTo("its payload is no object");
    assertThat(broken("{\"type\":\"next\",\"id\":\"1\",\"payload\":[]}"))
        .isEqualTo("its payload is no object");
  }

  @Test
  void completesTheOperationThatIsOpen() {
    FramingConnection connection = asked();
    assertThat(connection.closing()).containsExactly("{\"id\":\"1\",\"type\":\"complete\"}");

    connection.unwrap(operation("next", 1, "{}"), 0);
    assertThat(connection.closing()).hasSize(1);

    connection.unwrap(operation("complete", 1, "{}"), 0);
    assertThat(connection.closing()).isEmpty();
    assertThat(established().closing()).isEmpty();
  }

  @Test
  void saysWhatItsCloseCodesMean() {
    assertThat(new GraphQlFraming(null).closeCodes().refused())
        .containsExactlyInAnyOrder(4401, 4403);
    assertThat(new GraphQlFraming(null).closeCodes().expected()).containsExactly(1000);
    assertThat(new GraphQlFraming(null).closeCodes().meanings())
        .containsKeys(4400, 4406, 4408, 4409, 4429, 4500);
  }

  @Property(tries = 500)
  void survivesAnyText(@ForAll String text) {
    assertThat(asked().unwrap(text, 0)).hasSize(1);
  }

  @Property(tries = 1_000)
  void survivesAnyConversation(@ForAll @From("frames") List<String> frames) {
    FramingConnection connection = asked();
    for (String frame : frames) {
      assertThat(connection.unwrap(frame, 0)).hasSize(1);
      connection.due(0);
      connection.closing();
    }
  }

  @Provide
  Arbitrary<List<String>> frames() {
    Arbitrary<String> field =
        Arbitraries.of("{}", "[]", "null", "1", "\"1\"", "\"2\"", "true", "[[{}]]", "\"\\u0000\"");
    Arbitrary<String> type =
        Arbitraries.of("next", "error", "complete", "ping", "pong", "connection_ack", "subscribe")
            .map(name -> '"' + name + '"');
    return Combinators.combine(Arbitraries.oneOf(type, field), field, field)
        .as("{\"type\":%s,\"id\":%s,\"payload\":%s}"::formatted)
        .list()
        .ofMaxSize(20);
  }

  private static FramingConnection established() {
    FramingConnection connection = new GraphQlFraming(null).connection(TemplateValues.NONE);
    connection.due(0);
    connection.unwrap(ACK, 0);
    return connection;
  }

  private static FramingConnection asked() {
    FramingConnection connection = established();
    connection.wrap(QUESTION, 0);
    return connection;
  }

  private static String operation(String type, int id, String payload) {
    return "{\"id\":\"%d\",\"type\":\"%s\",\"payload\":%s}".formatted(id, type, payload);
  }

  private static String broken(String frame) {
    return ((Broken) asked().unwrap(frame, 0).getFirst()).reason();
  }

  private static Message message(List<Incoming> parts) {
    assertThat(parts).hasSize(1);
    return (Message) parts.getFirst();
  }
}
