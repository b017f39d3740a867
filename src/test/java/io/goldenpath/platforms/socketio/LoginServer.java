package io.goldenpath.platforms.socketio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Login over HTTP beside a server that has none. */
final class LoginServer implements AutoCloseable {

  static final String PASSWORD = "correct horse";

  private final HttpServer server;

  LoginServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/login", LoginServer::login);
    server.start();
  }

  private static void login(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode asked = JsonMapper.shared().readTree(exchange.getRequestBody());
      String email = asked.path("email").asString("");
      boolean ok = asked.path("password").asString("").equals(PASSWORD);
      String reply =
          ok
              ? "{\"data\":{\"accessToken\":\"token-of-%s\",\"user\":{\"_id\":\"%s\"}}}"
                  .formatted(email, email)
              : "{\"error\":{\"code\":\"BAD_CREDENTIALS\"}}";
      byte[] body = reply.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(ok ? 200 : 401, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
