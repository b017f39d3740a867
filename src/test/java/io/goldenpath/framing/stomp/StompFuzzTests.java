package io.goldenpath.framing.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a server sends, however it is cut: parts, and no exception. */
class StompFuzzTests {

  private static final int SIZE =
      Integer.getInteger("fuzz.size", Boolean.getBoolean("thorough") ? 1_000_000 : 20_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20261130L);
  private static final List<String> BITS =
      List.of(
          "CONNECTED",
          "MESSAGE",
          "RECEIPT",
          "ERROR",
          "SEND",
          "\n",
          "\r",
          "\r\n",
          "\n\n",
          "\0",
          ":",
          "\\",
          "\\c",
          "\\x",
          "version:1.2",
          "heart-beat:1,2",
          "heart-beat:-1",
          "subscription:ev",
          "destination:/a",
          "content-length:3",
          "content-length:0",
          "content-length:99999999999",
          "content-length:x",
          "content-type:json",
          "{\"type\":\"a\"}",
          "[",
          "\"",
          "ä",
          "\ud800",
          "");

  private final Random random = new Random(SEED);

  @Test
  void neverThrows() {
    FramingConnection connection = StompConversation.fresh();
    int messages = 0;
    for (int i = 0; i < SIZE; i++) {
      if (random.nextInt(20) == 0) {
        connection =
            random.nextBoolean() ? StompConversation.fresh() : StompConversation.connected();
      }
      long now = i * 1_000_000L;
      List<Incoming> parts = new ArrayList<>(received(connection, now));
      connection.due(now);
      parts.addAll(connection.elapsed(now));
      connection.next();
      connection.closing();
      messages += (int) parts.stream().filter(Incoming.Message.class::isInstance).count();
    }

    assertThat(messages).isPositive();
  }

  private List<Incoming> received(FramingConnection connection, long now) {
    String text = text();
    return switch (random.nextInt(3)) {
      case 0 -> connection.unwrap(text, now);
      case 1 -> connection.unwrap(StompConversation.event(text), now);
      default -> {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextBoolean()) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        yield connection.unwrap(ByteBuffer.wrap(bytes), now);
      }
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int bits = random.nextInt(12); bits > 0; bits--) {
      text.append(BITS.get(random.nextInt(BITS.size())));
    }
    return text.toString();
  }
}
