package io.goldenpath.platforms;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** A platform of two words: {@code {"type":"token"}} for each part of an answer, then one end. */
final class TokenServer extends WebSocketListener implements AutoCloseable {

  private static final Pattern SUM = Pattern.compile("(\\d+) *(?:\\+|plus) *(\\d+)");

  final List<String> received = new CopyOnWriteArrayList<>();

  private final MockWebServer server = new MockWebServer();
  private final String end;

  /** One whose runs end with this frame. */
  TokenServer(String end) throws IOException {
    this.end = end;
    server.enqueue(new MockResponse.Builder().webSocketUpgrade(this).build());
    server.start();
  }

  String url() {
    return "ws://127.0.0.1:" + server.getPort() + "/chat";
  }

  @Override
  public void onMessage(WebSocket socket, String frame) {
    received.add(frame);
    Matcher sum = SUM.matcher(frame);
    if (sum.find()) {
      int answer = Integer.parseInt(sum.group(1)) + Integer.parseInt(sum.group(2));
      socket.send("{\"type\":\"token\",\"text\":\"" + code(frame) + " \"}");
      socket.send("{\"type\":\"token\",\"text\":\"makes " + answer + "\"}");
      socket.send(end);
    }
  }

  private static String code(String frame) {
    Matcher code = Pattern.compile("[A-Z]{10}").matcher(frame);
    return code.find() ? code.group() : "";
  }

  @Override
  public void onClosing(WebSocket socket, int code, String reason) {
    socket.close(code, reason);
  }

  @Override
  public void close() {
    server.close();
  }
}
