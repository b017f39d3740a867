package io.goldenpath.platforms;

import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** A platform of a few lines: a greeting, and what it does with messages and HTTP questions. */
final class ScriptedPlatform extends Dispatcher implements AutoCloseable {

  private static final Pattern QUESTION =
      Pattern.compile("([A-Z]{10}) and tell me: what is (\\d+) \\+ (\\d+)\\?");

  private final MockWebServer server = new MockWebServer();
  private final String greeting;
  private final BiConsumer<WebSocket, String> script;
  private @Nullable WebSocket open;

  /** Greets, and hands each message, and the body of each POST, to this script. */
  ScriptedPlatform(String greeting, BiConsumer<WebSocket, String> script) throws IOException {
    this.greeting = greeting;
    this.script = script;
    server.setDispatcher(this);
    server.start();
  }

  /** The answer to a question in this text. */
  static String answer(String text) {
    Matcher question = QUESTION.matcher(text);
    return question.find()
        ? question.group(1)
            + " makes "
            + (Integer.parseInt(question.group(2)) + Integer.parseInt(question.group(3)))
        : "what?";
  }

  String address() {
    return "127.0.0.1:" + server.getPort();
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    if (request.getHeaders().get("Upgrade") != null) {
      return new MockResponse.Builder().webSocketUpgrade(new Session()).build();
    }
    script.accept(open, String.valueOf(request.getBody().utf8()));
    return new MockResponse.Builder().body("{\"run\":\"r1\"}").build();
  }

  private final class Session extends WebSocketListener {

    @Override
    public void onOpen(WebSocket socket, Response response) {
      open = socket;
      socket.send(greeting);
    }

    @Override
    public void onMessage(WebSocket socket, String frame) {
      script.accept(socket, frame);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      socket.close(code, reason);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
