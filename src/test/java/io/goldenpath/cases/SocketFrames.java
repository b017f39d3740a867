package io.goldenpath.cases;

import static io.goldenpath.wire.FrameBytes.CLOSE;
import static io.goldenpath.wire.FrameBytes.FIN;
import static io.goldenpath.wire.FrameBytes.PING;
import static io.goldenpath.wire.FrameBytes.PONG;
import static io.goldenpath.wire.FrameBytes.RSV1;
import static io.goldenpath.wire.FrameBytes.TEXT;

import io.goldenpath.wire.FrameBytes;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The server's end of one WebSocket. */
final class SocketFrames {

  private final Inflater inflater = new Inflater(true);
  private final DataInputStream in;
  private final OutputStream out;
  private final Writer writer;
  private int sent;
  private boolean closing;

  /** Makes frames of the messages of a connection; the first has the number 0. */
  @FunctionalInterface
  interface Writer {

    Writer PLAIN = (_, text) -> FrameBytes.text(text);

    byte[] frames(int number, String text);

    /** Whether a close has been sent with this message. */
    default boolean closes(int number) {
      return false;
    }
  }

  SocketFrames(Socket socket, Writer writer) throws IOException {
    this.in = new DataInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.writer = writer;
  }

  void send(String text) throws IOException {
    out.write(writer.frames(sent, text));
    closing = closing || writer.closes(sent);
    sent++;
  }

  /** The next text; a close is answered, and ends the stream. */
  String receive() throws IOException {
    while (true) {
      int first = in.readUnsignedByte();
      byte[] data = payload();
      switch (first & 15) {
        case TEXT -> {
          byte[] text = (first & RSV1) == 0 ? data : inflated(data);
          return new String(text, StandardCharsets.UTF_8);
        }
        case PING -> out.write(FrameBytes.frame(FIN | PONG, data));
        case CLOSE -> {
          out.write(closing ? new byte[0] : FrameBytes.frame(FIN | CLOSE, data));
          throw new EOFException("closed");
        }
        default -> {}
      }
    }
  }

  private byte[] payload() throws IOException {
    int length = in.readUnsignedByte() & 127;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] mask = in.readNBytes(4);
    byte[] data = in.readNBytes(length);
    for (int i = 0; i < data.length; i++) {
      data[i] ^= mask[i % 4];
    }
    return data;
  }

  private byte[] inflated(byte[] data) throws IOException {
    inflater.setInput(FrameBytes.join(data, FrameBytes.bytes(0, 0, 0xff, 0xff)));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[4096];
    try {
      while (!inflater.needsInput()) {
        all.write(piece, 0, inflater.inflate(piece));
      }
    } catch (DataFormatException broken) {
      throw new IOException(broken);
    }
    return all.toByteArray();
  }
}
