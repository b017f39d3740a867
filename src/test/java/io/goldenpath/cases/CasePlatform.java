package io.goldenpath.cases;

import io.goldenpath.wire.RawServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A platform of the agent-events family, as other people might have written it: {@code POST
 * /auth/login} gives a token, {@code GET /ws} is the socket, all else is as its behaviour says.
 */
final class CasePlatform implements AutoCloseable {

  private static final int[] PAUSES = {35, 60, 45, 85, 50, 70, 40, 65};
  private static final String PAGE =
      """
      HTTP/1.1 200 OK
      Content-Type: text/html
      Connection: close

      <!doctype html><title>chat</title><link rel="icon" href="data:,">
      """
          .replace("\n", "\r\n");
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();
  private final PlatformBehaviour behaviour;
  private final IssuedTokens tokens;
  private final RawServer server;

  private CasePlatform(PlatformBehaviour behaviour, ServerSocket listener) {
    this.behaviour = behaviour;
    this.tokens = new IssuedTokens(behaviour.clockShift());
    this.server = RawServer.over(listener, peer -> serve(peer.socket()));
  }

  /** Listens where this socket does, with or without TLS. */
  static CasePlatform start(PlatformBehaviour behaviour, ServerSocket listener) {
    return new CasePlatform(behaviour, listener);
  }

  int port() {
    return server.port();
  }

  long logins() {
    return requests.stream().filter(request -> !request.upgrades()).count();
  }

  private void serve(Socket socket) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.read(socket.getInputStream());
    if (request.asksForPage()) {
      socket.getOutputStream().write(PAGE.getBytes(StandardCharsets.ISO_8859_1));
      return;
    }
    requests.add(request);
    if (request.upgrades()) {
      upgrade(request, socket);
    } else {
      socket.getOutputStream().write(login(request).bytes());
    }
  }

  private LoginReply login(HttpRequest request) {
    boolean second = request.body().contains("probe-b");
    Object subject = behaviour.subjects().get(second ? 1 : 0);
    PlatformToken token = behaviour.token().issue(subject, tokens.now());
    tokens.add(token, subject);
    Map<String, Object> body = JsonMaps.with(token.reply(), "user", Map.of("id", subject));
    return behaviour
        .login()
        .to(request, LoginReply.ok(JsonMaps.text(body), HTTP_DATE.format(tokens.now())));
  }

  private void upgrade(HttpRequest request, Socket socket)
      throws IOException, InterruptedException {
    Optional<String> refusal = behaviour.check().refusal(request, tokens);
    if (refusal.isPresent() && !behaviour.upgrade().refusesByFrame()) {
      String reply =
          "HTTP/1.1 401 Unauthorized\r\nContent-Type: text/plain\r\nConnection: close\r\n"
              + "Content-Length: %d\r\n\r\n%s".formatted(refusal.get().length(), refusal.get());
      socket.getOutputStream().write(reply.getBytes(StandardCharsets.ISO_8859_1));
      return;
    }
    String head = behaviour.upgrade().head(request);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    SocketFrames frames = new SocketFrames(socket, behaviour.upgrade().frames());
    if (refusal.isPresent()) {
      Map<String, Object> why = Map.of("type", "auth_failed", "message", refusal.get());
      frames.send(JsonMaps.text(why));
      return;
    }
    talk(frames, tokens.subject(request).orElse(behaviour.subjects().getFirst()));
  }

  private void talk(SocketFrames frames, Object subject) throws IOException, InterruptedException {
    frames.send(JsonMaps.text(behaviour.speech().greeting(subject)));
    while (true) {
      JsonNode asked = JsonMapper.shared().readTree(frames.receive());
      if (!asked.path("type").asString("").equals("user_message")) {
        continue;
      }
      int said = 0;
      for (Map<String, Object> event :
          behaviour.speech().answer(asked.at("/payload/content").asString(""), subject)) {
        Thread.sleep(PAUSES[said++ % PAUSES.length]);
        frames.send(JsonMaps.text(event));
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
