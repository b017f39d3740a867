package io.goldenpath.wire.websocket;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes a text as it comes, so that a wrong byte is noticed in the fragment that has it. */
final class Utf8Decoder {

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final StringBuilder text = new StringBuilder();
  private ByteBuffer undecoded = ByteBuffer.allocate(0);

  void add(byte[] bytes, int length) {
    ByteBuffer in = ByteBuffer.allocate(undecoded.remaining() + length);
    in.put(undecoded).put(bytes, 0, length).flip();
    decode(in, false);
    undecoded = in;
  }

  String finish() {
    decode(undecoded, true);
    undecoded = ByteBuffer.allocate(0);
    String taken = text.toString();
    text.setLength(0);
    decoder.reset();
    return taken;
  }

  private void decode(ByteBuffer in, boolean last) {
    CharBuffer out = CharBuffer.allocate(in.remaining());
    if (decoder.decode(in, out, last).isError()) {
      throw new CorruptedWebSocketFrameException(
          WebSocketCloseStatus.INVALID_PAYLOAD_DATA, "a text message that is not UTF-8", null);
    }
    text.append(out.flip());
  }
}
