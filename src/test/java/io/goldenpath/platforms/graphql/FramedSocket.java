package io.goldenpath.platforms.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.framing.graphql.GraphQlFraming;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TemplateValues;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A socket that speaks the framing, and sends nothing but what the framing makes. */
final class FramedSocket implements WebSocket.Listener, AutoCloseable {

  private static final MessageTemplate CONNECT =
      MessageTemplate.json(Secret.of("{\"authorization\":\"Bearer {token}\"}"));

  /** A server that only pings says nothing more. */
  private static final int MOST_PARTS = 25;

  private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final HttpClient client = HttpClient.newHttpClient();
  private final FramingConnection framing;
  private final WebSocket socket;

  FramedSocket(String address, String token) {
    GraphQlFraming graphQl = new GraphQlFraming(CONNECT);
    TemplateValues values = name -> name.equals("token") ? token : null;
    framing = graphQl.connection(values);
    socket =
        client
            .newWebSocketBuilder()
            .subprotocols(graphQl.subprotocols().getFirst())
            .buildAsync(URI.create(address), this)
            .join();
    sendDue();
  }

  void ask(String payload) {
    send(framing.wrap(new Outgoing(payload), 0));
  }

  void complete() {
    framing.closing().forEach(this::send);
  }

  /** What comes until the first that matches, which is the last of them. */
  List<Incoming> until(Predicate<Incoming> last) throws InterruptedException {
    List<Incoming> parts = new ArrayList<>();
    do {
      assertThat(parts).hasSizeLessThan(MOST_PARTS);
      parts.addAll(framing.unwrap((String) next(), 0));
      sendDue();
    } while (!last.test(parts.getLast()));
    return parts;
  }

  /** Code with which the server closes; frames before are passed over. */
  int closeCode() throws InterruptedException {
    Object event = next();
    while (!(event instanceof Integer)) {
      event = next();
    }
    return (Integer) event;
  }

  private Object next() throws InterruptedException {
    Object event = events.poll(5, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    return event;
  }

  private void sendDue() {
    framing.due(0).forEach(this::send);
  }

  private void send(String frame) {
    socket.sendText(frame, true).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      events.add(text.toString());
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    events.add(code);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }
}
