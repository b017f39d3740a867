package io.goldenpath.platforms.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.graphql.GraphQlFraming;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The framing against servers that others wrote. */
@ParameterizedClass
@EnumSource(GraphQlServers.class)
class GraphQlServersIT {

  private static final String ASK =
      """
      {"query":"subscription($text:String!){ask(text:$text){__typename ...on RunFinished{answer}}}",\
      "variables":{"text":"code ABCD and tell me: what is 1 + 2"}}\
      """;

  private static final int NO_CLOSE_FRAME = 1006;

  private final GraphQlServers server;

  GraphQlServersIT(GraphQlServers server) {
    this.server = server;
  }

  @AfterAll
  static void stop() throws Exception {
    GraphQlServers.stopAll();
  }

  @Test
  void readsASubscriptionFromHandshakeToEnd() throws Exception {
    try (FramedSocket socket = open("none")) {
      assertThat(messages(socket.until(named("connection_ack"))))
          .singleElement()
          .satisfies(ack -> assertThat(ack.body()).hasToString("{\"user\":\"ann\"}"));

      socket.ask(ASK);
      List<Message> messages = messages(socket.until(named("complete")));

      assertThat(messages)
          .extracting(message -> message.envelope().name())
          .containsExactly("next", "next", "next", "next", "next", "next", "next", "complete");
      assertThat(messages.get(6).body().at("/data/ask/answer").stringValue())
          .isEqualTo("ABCD makes 3");
    }
  }

  @Test
  void answersThePingsOfASilentServer() throws Exception {
    try (FramedSocket socket = open("silent")) {
      socket.until(named("connection_ack"));
      socket.ask(ASK);
      socket.until(named("next"));

      assertThat(socket.until(Incoming.Heartbeat.class::isInstance)).isNotEmpty();
      assertThat(socket.until(Incoming.Heartbeat.class::isInstance)).isNotEmpty();
    }
  }

  @Test
  void readsAnErrorAsTheEndOfAnOperation() throws Exception {
    try (FramedSocket socket = open("error")) {
      socket.until(named("connection_ack"));
      socket.ask(ASK);

      Message error = messages(socket.until(named("error"))).getLast();
      assertThat(error.body().at("/0/message").isString()).isTrue();
    }
  }

  @Test
  void readsWhatIsWrongWithAQuery() throws Exception {
    try (FramedSocket socket = open("none")) {
      socket.until(named("connection_ack"));
      socket.ask("{\"query\":\"subscription{nope}\"}");

      Message refusal = messages(socket.until(Message.class::isInstance)).getLast();
      assertThat(refusal.envelope().name()).isEqualTo(server.nameOfQueryErrors());
      assertThat(refusal.text()).contains("nope");
    }
  }

  @Test
  void completesWhatItNeedsNoMore() throws Exception {
    try (FramedSocket socket = open("silent")) {
      socket.until(named("connection_ack"));
      socket.ask(ASK);
      socket.until(named("next"));
      socket.complete();
      socket.ask(ASK);

      assertThat(messages(socket.until(named("next"))).getLast().envelope().headers())
          .containsEntry("id", "2");
    }
  }

  @Test
  void isRefusedByACodeThatSaysSo() throws Exception {
    assertThat(new GraphQlFraming(null).closeCodes().refused()).contains(codeOfARefusal());
  }

  @Test
  void isToldThatAMessageIsInvalid() throws Exception {
    try (FramedSocket socket = open("none")) {
      socket.until(named("connection_ack"));
      socket.ask("{\"query\":");

      assertThat(socket.closeCode()).isEqualTo(server.closeCodeForBrokenJson());
    }
  }

  /**
   * Asks again where no close frame came: Spring for GraphQL 2.0.4 at times interrupts the thread
   * that sends it, and only TCP ends.
   */
  private int codeOfARefusal() throws Exception {
    int code = NO_CLOSE_FRAME;
    for (int tries = 0; code == NO_CLOSE_FRAME && tries < 10; tries++) {
      try (FramedSocket socket =
          new FramedSocket("ws://" + server.address() + "/graphql", "forged")) {
        code = socket.closeCode();
      }
    }
    return code;
  }

  private FramedSocket open(String fault) throws Exception {
    return new FramedSocket("ws://" + server.address() + "/graphql?fault=" + fault, "token-of-ann");
  }

  private static Predicate<Incoming> named(String name) {
    return part -> part instanceof Message message && message.envelope().name().equals(name);
  }

  private static List<Message> messages(List<Incoming> parts) {
    return parts.stream().filter(Message.class::isInstance).map(Message.class::cast).toList();
  }
}
