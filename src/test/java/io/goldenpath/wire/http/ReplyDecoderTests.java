package io.goldenpath.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies down to their bytes; ReplyHeadCases and UpgradeHeadCases have Chromium judge more. */
class ReplyDecoderTests {

  private static final String REPLY =
      "HTTP/1.1 103 Hints\r\nLink: a\r\n\r\n\r\nHTTP/1.1 200 OK\nX-A: 1\r\n 2\r\n: none\r\nX-B : 3\n\r\n";

  @Test
  void areTheSameHoweverTheyAreCut() {
    String whole = REPLY.replace("X-A", "Content-Length: 4\r\nX-A") + "bodyand more";
    List<String> atOnce = read(whole, whole.length());

    assertThat(atOnce)
        .containsExactly("103 {Link=a}", "200 {Content-Length=4, X-A=1 2, X-B=3}", "body", "end");
    assertThat(String.join("", read(whole, 1))).isEqualTo(String.join("", atOnce));
    assertThat(String.join("", read(whole, 7))).isEqualTo(String.join("", atOnce));
  }

  @Test
  void endWithTheConnectionWhereTheySayNothingOfTheirLength() {
    assertThat(read(REPLY + "body", 1000))
        .containsExactly("103 {Link=a}", "200 {X-A=1 2, X-B=3}", "body", "end");
  }

  @Test
  void leaveAloneWhatFollowsA101() {
    assertThat(read("HTTP/1.1 101 Ok\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", 1000))
        .containsExactly("101 {}");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          HTTP/1.1 200 OK,   200
          http/1.1 404,      404
          HTTP/2 101 Ok,     101
          HTTP/1.1,          200
          HTTP/1.1 OK,       200
          HTTP/1.1 -5,       200
          HTTP/1.1 20,       20
          HTTP/1.1 007,      7
          HTTP/1.1 200OK,    200
          HTTP/1.1101 Ok,    200
          junkHTTP/1.1 204,  204
          """)
  void haveAStatusWhateverTheirFirstLineIs(String line, int status) {
    assertThat(read(line + "\r\n\r\n", 1000).getFirst()).isEqualTo(status + " {}");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 205, 304})
  void haveNoBodyWithSomeStatuses(int status) {
    assertThat(read("HTTP/1.1 " + status + "\r\nContent-Length: 4\r\n\r\nbody", 1000))
        .containsExactly(status + " {Content-Length=4}", "end");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          'Content-Length: 1\nContent-Length: 2',     several Content-Length
          'Content-Length: 1, 2',                     several Content-Length
          'Location: /a\nLocation: /b',               several Location
          'Content-Disposition: a\nContent-Disposition: b', several Content-Disposition
          'X-A: a\0b',                                a NUL
          """)
  void areRefusedForTheirHeaders(String lines, String why) {
    assertThatThrownBy(() -> read("HTTP/1.1 200 OK\n" + lines + "\n\n", 1000))
        .hasRootCauseInstanceOf(BrokenReplyException.class)
        .hasMessageContaining(why);
  }

  @Test
  void areRefusedBeyondTheBound() {
    assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nX: " + "x".repeat(2000), 100))
        .hasMessageContaining("beyond our bound of 1000 bytes");
    assertThatThrownBy(() -> read("SSH-2.0-OpenSSH", 100)).hasMessageContaining("begin with HTTP");
  }

  private static List<String> read(String text, int piece) {
    EmbeddedChannel channel = new EmbeddedChannel(new ReplyDecoder(1000));
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int from = 0; from < bytes.length; from += piece) {
      ByteBuf some = Unpooled.copiedBuffer(bytes, from, Math.min(piece, bytes.length - from));
      channel.writeInbound(some);
    }
    channel.finish();
    List<String> read = new ArrayList<>();
    for (Object part = channel.readInbound(); part != null; part = channel.readInbound()) {
      read.add(text(part));
    }
    return read;
  }

  private static String text(Object part) {
    return switch (part) {
      case HttpResponse head -> head.status().code() + " " + headers(head);
      case LastHttpContent _ -> "end";
      case HttpContent content -> content.content().toString(StandardCharsets.ISO_8859_1);
      default -> throw new IllegalArgumentException(part.toString());
    };
  }

  private static String headers(HttpResponse head) {
    return head.headers().entries().stream()
        .map(Map.Entry::toString)
        .toList()
        .toString()
        .replace('[', '{')
        .replace(']', '}');
  }
}
