package io.goldenpath.cases;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The server's end of one WebSocket. */
final class SocketFrames {

  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final DataInputStream in;
  private final DataOutputStream out;

  SocketFrames(Socket socket) throws IOException {
    this.in = new DataInputStream(socket.getInputStream());
    this.out = new DataOutputStream(socket.getOutputStream());
  }

  void send(String text) throws IOException {
    send(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The next text; a close is answered, and ends the stream. */
  String receive() throws IOException {
    while (true) {
      int opcode = in.readUnsignedByte() & 15;
      byte[] data = payload();
      switch (opcode) {
        case TEXT -> {
          return new String(data, StandardCharsets.UTF_8);
        }
        case PING -> send(PONG, data);
        case CLOSE -> {
          send(CLOSE, data);
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

  private synchronized void send(int opcode, byte[] data) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    DataOutputStream bytes = new DataOutputStream(frame);
    bytes.writeByte(128 | opcode);
    if (data.length < 126) {
      bytes.writeByte(data.length);
    } else {
      bytes.writeByte(126);
      bytes.writeShort(data.length);
    }
    bytes.write(data);
    out.write(frame.toByteArray());
    out.flush();
  }
}
