package io.goldenpath.journey.chat;

import io.goldenpath.journey.login.FakeAgent;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** A platform that speaks {@link DigitFraming}, and begins with these frames when it is greeted. */
final class DigitServer extends WebSocketListener implements AutoCloseable {

  static final String WELCOME =
      DigitFraming.OPEN + "{\"type\":\"connection_established\",\"user_id\":\"user-1\"}";

  static final String TOKEN = "a-token-of-this-platform";

  final List<String> received = new CopyOnWriteArrayList<>();

  private final MockWebServer server = new MockWebServer();
  private final List<String> greeting;

  DigitServer(String... greeting) throws IOException {
    this.greeting = List.of(greeting);
    server.setDispatcher(
        new Dispatcher() {

          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder()
                .webSocketUpgrade(DigitServer.this)
                .addHeader("Sec-WebSocket-Protocol", DigitFraming.SUBPROTOCOL)
                .build();
          }
        });
    server.start();
  }

  String url() {
    return "ws://127.0.0.1:" + server.getPort() + "/ws";
  }

  RecordedRequest upgrade() throws InterruptedException {
    return server.takeRequest();
  }

  @Override
  public void onMessage(WebSocket socket, String frame) {
    received.add(frame);
    if (frame.equals(DigitFraming.OPEN) || frame.equals(DigitFraming.OPEN + TOKEN)) {
      greeting.forEach(socket::send);
    } else if (frame.startsWith(DigitFraming.OPEN)) {
      socket.send(DigitFraming.REFUSED + "nobody is known by that");
    } else if (frame.startsWith(DigitFraming.MESSAGE) && frame.contains("user_message")) {
      socket.send(DigitFraming.PING);
      List<String> events =
          FakeAgent.frames(frame.substring(2)).stream()
              .map(event -> DigitFraming.MESSAGE + event)
              .toList();
      socket.send(events.get(0) + DigitFraming.SEPARATOR + events.get(1));
      events.subList(2, events.size()).forEach(socket::send);
    }
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
