package io.goldenpath.framing.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Outgoing;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SocketIoFuzzTests {

  @Property(tries = 500)
  void survivesAnyText(@ForAll String text) {
    assertThat(SocketIoConnections.fresh().unwrap(text, 0)).isNotEmpty();
    assertThat(SocketIoConnections.connected().unwrap(text, 0)).isNotEmpty();
    assertThat(SocketIoConnections.connected().unwrap('4' + text, 0)).isNotEmpty();
  }

  @Property(tries = 2_000)
  void survivesAnyConversation(@ForAll @From("packets") List<String> packets) {
    FramingConnection connection = SocketIoConnections.fresh();
    long nanos = 0;
    for (String packet : packets) {
      nanos += 100_000_000;
      assertThat(
              packet.equals("bytes")
                  ? connection.unwrap(SocketIoConnections.BYTES, nanos)
                  : connection.unwrap(packet, nanos))
          .isNotEmpty();
      connection.wrap(new Outgoing("1", "ask", Map.of(), true), nanos);
      assertThat(connection.due(nanos)).hasSizeLessThanOrEqualTo(64);
      connection.elapsed(nanos);
      connection.next();
      connection.closing();
    }
  }

  @Provide
  Arbitrary<List<String>> packets() {
    Arbitrary<String> head =
        Arbitraries.of("40", "41", "42", "43", "44", "451-", "462-", "4564-", "4565-", "45", "47");
    Arbitrary<String> namespace = Arbitraries.of("", "/chat,", "/chat", "/,", "/other,", "chat,");
    Arbitrary<String> id = Arbitraries.of("", "", "0", "1", "2", "99999999999999999999");
    Arbitrary<String> payload =
        Arbitraries.of(
            "",
            "{}",
            "[]",
            "[\"a\",1]",
            "[1]",
            "{\"sid\":\"s\"}",
            "\"no\"",
            "[[",
            "null",
            "[null]");
    Arbitrary<String> socketIo =
        Combinators.combine(head, namespace, id, payload).as((a, b, c, d) -> a + b + c + d);
    Arbitrary<String> engineIo =
        Arbitraries.of(
            SocketIoConnections.OPEN,
            SocketIoConnections.CONNECTED,
            "1",
            "2",
            "3",
            "5",
            "6",
            "bytes");
    return Arbitraries.oneOf(socketIo, engineIo).list().ofMaxSize(30);
  }
}
