package io.goldenpath.wire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChunkedBodyTests {

  private static final String CHUNKED =
      "5  \r\nHello\r\n0002;a=\"b\"\r\n, \r\n5\nworld\n0\r\nX-Trailer: 1\r\n\r\n";

  private final ReplyBody body = new ReplyBody(100);
  private final ChunkedBody chunks = new ChunkedBody(body);

  @Property
  void readsTheSameHoweverItComesInPieces(
      @ForAll @IntRange(min = 1, max = 60) int first,
      @ForAll @IntRange(min = 1, max = 60) int second)
      throws BrokenReplyException {
    ReplyBody kept = new ReplyBody(100);
    ChunkedBody cut = new ChunkedBody(kept);
    int one = Math.min(first, CHUNKED.length());
    int two = Math.min(one + second, CHUNKED.length());

    cut.read(Unpooled.copiedBuffer(CHUNKED.substring(0, one), ISO_8859_1));
    cut.read(Unpooled.copiedBuffer(CHUNKED.substring(one, two), ISO_8859_1));
    assertThat(cut.ended()).isEqualTo(two == CHUNKED.length());
    cut.read(Unpooled.copiedBuffer(CHUNKED.substring(two) + "HTTP/1.1", ISO_8859_1));

    assertThat(cut.ended()).isTrue();
    assertThat(new String(kept.bytes(), ISO_8859_1)).isEqualTo("Hello, world");
  }

  @Test
  void keepsNoMoreThanItsBound() throws BrokenReplyException {
    read("c8\r\n" + "x".repeat(200) + "\r\n1\r\ny\r\n0\r\n\r\n");

    assertThat(body.bytes()).hasSize(100);
    assertThat(body.overflown()).isTrue();
    assertThat(chunks.ended()).isTrue();
  }

  @Test
  void showsOnlyTheStartOfAWrongSizeAndOnlyWhatCanBePrinted() {
    assertThatThrownBy(() -> read("\u001b[31m" + "z".repeat(5000) + "\r\n"))
        .isInstanceOf(BrokenReplyException.class)
        .hasMessage("the size of a chunk is '?[31m" + "z".repeat(27) + "…'");
  }

  private void read(String text) throws BrokenReplyException {
    chunks.read(Unpooled.copiedBuffer(text, ISO_8859_1));
  }
}
