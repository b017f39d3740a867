package io.goldenpath.cases;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the login answers, down to its bytes. */
final class LoginReply {

  static final Transfer LENGTH =
      new Transfer(body -> List.of("Content-Length: " + body.length), UnaryOperator.identity());

  /** How a body is cut, and which header lines say so. */
  record Transfer(Lines headers, UnaryOperator<byte[]> bytes) {

    /** Header lines for a body. */
    interface Lines {
      List<String> of(byte[] body);
    }

    /** One chunk, whose size is written so. */
    static Transfer chunked(String sizeLine) {
      return new Transfer(
          _ -> List.of("Transfer-Encoding: chunked"),
          body -> join(latin(sizeLine.formatted(body.length)), body, latin("\r\n0\r\n\r\n")));
    }

    /** Under the same headers, this body in its stead. */
    Transfer sending(Function<byte[], String> other) {
      return new Transfer(headers, body -> latin(other.apply(body)));
    }

    static Transfer saying(String... lengthLines) {
      return new Transfer(
          body -> Stream.of(lengthLines).map(line -> line.formatted(body.length)).toList(),
          UnaryOperator.identity());
    }
  }

  private final String start;
  private final List<String> headers;
  private final String lineEnd;
  private final byte[] body;
  private final Transfer transfer;

  /** Status line and whatever comes before it, header lines, what ends each, the coded body. */
  private LoginReply(
      String start, List<String> headers, String lineEnd, byte[] body, Transfer transfer) {
    this.start = start;
    this.headers = headers;
    this.lineEnd = lineEnd;
    this.body = body;
    this.transfer = transfer;
  }

  static LoginReply ok(String json, String date) {
    return new LoginReply(
        "HTTP/1.1 200 OK",
        List.of("Content-Type: application/json", "Date: " + date, "Connection: close"),
        "\r\n",
        json.getBytes(StandardCharsets.UTF_8),
        LENGTH);
  }

  LoginReply starting(String other) {
    return new LoginReply(other, headers, lineEnd, body, transfer);
  }

  LoginReply with(String... lines) {
    List<String> more = Stream.concat(headers.stream(), Stream.of(lines)).toList();
    return new LoginReply(start, more, lineEnd, body, transfer);
  }

  LoginReply without(String header) {
    List<String> fewer = headers.stream().filter(line -> !line.startsWith(header)).toList();
    return new LoginReply(start, fewer, lineEnd, body, transfer);
  }

  LoginReply endingLinesWith(String end) {
    return new LoginReply(start, headers, end, body, transfer);
  }

  LoginReply body(UnaryOperator<byte[]> change) {
    return new LoginReply(start, headers, lineEnd, change.apply(body), transfer);
  }

  LoginReply coded(String coding, UnaryOperator<byte[]> change) {
    return body(change).with("Content-Encoding: " + coding);
  }

  LoginReply cut(Transfer other) {
    return new LoginReply(start, headers, lineEnd, body, other);
  }

  byte[] bytes() {
    List<String> lines =
        Stream.of(List.of(start), headers, transfer.headers().of(body))
            .flatMap(List::stream)
            .toList();
    String head = String.join(lineEnd, lines) + lineEnd + lineEnd;
    return join(head.getBytes(StandardCharsets.UTF_8), transfer.bytes().apply(body));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
