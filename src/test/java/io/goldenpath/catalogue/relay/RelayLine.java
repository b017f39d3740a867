package io.goldenpath.catalogue.relay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/** The client's end of a relayed connection. What one says is not mixed with what another says. */
final class RelayLine {

  private static final int HEAD_LIMIT = 64 * 1024;

  private final Socket client;
  private final ReentrantLock speaking = new ReentrantLock();
  private boolean taken;

  RelayLine(Socket client) {
    this.client = client;
  }

  /** Reads up to the empty line after a head; what follows is left in the stream. */
  String readHead() throws IOException {
    return readHead(client);
  }

  static String readHead(Socket socket) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int end = 0;
    while (end < 4 && head.size() < HEAD_LIMIT) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("gone in the middle of a head");
      }
      head.write(next);
      end = next == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  /** Passes something on, unless a fault has taken the line. */
  void pass(byte[] bytes) throws IOException {
    speaking.lock();
    try {
      if (!taken) {
        client.getOutputStream().write(bytes);
      }
    } finally {
      speaking.unlock();
    }
  }

  /** From now on only the fault speaks; false when another one does already. */
  boolean take() {
    speaking.lock();
    try {
      boolean free = !taken;
      taken = true;
      return free;
    } finally {
      speaking.unlock();
    }
  }

  void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void write(byte[] bytes) throws IOException {
    client.getOutputStream().write(bytes);
  }

  /** Writes this until nobody takes it any more. */
  void repeat(byte[] bytes) throws IOException {
    while (!client.isClosed()) {
      write(bytes);
      pause(1);
    }
  }

  void repeat(String text) throws IOException {
    repeat(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void dribble(String text) throws IOException {
    dribble(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void dribble(byte[] bytes) throws IOException {
    for (byte next : bytes) {
      write(new byte[] {next});
      pause(1000);
    }
  }

  void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("the relay is closed");
    }
  }

  /** Says nothing until the other end has had enough. */
  void untilGone() throws IOException {
    client.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  void end() throws IOException {
    client.shutdownOutput();
    client.close();
  }

  void reset() throws IOException {
    client.setSoLinger(true, 0);
    client.close();
  }
}
