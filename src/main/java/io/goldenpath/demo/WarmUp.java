package io.goldenpath.demo;

import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Walks the platform's own path as a guest before it lets anybody in, as platforms do that sit
 * behind a readiness probe: the first user should not wait for classes to be loaded.
 */
final class WarmUp implements SmartLifecycle {

  private static final Logger logger = LoggerFactory.getLogger(WarmUp.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int VISITS = 3;

  private final WebServerApplicationContext context;
  private final DemoAccounts accounts;
  private final Tokens tokens;
  private final DemoLog log;
  private volatile boolean running;

  WarmUp(WebServerApplicationContext context, DemoAccounts accounts, Tokens tokens, DemoLog log) {
    this.context = context;
    this.accounts = accounts;
    this.tokens = tokens;
    this.log = log;
  }

  /** After the server listens, before anything else starts. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + 1;
  }

  @Override
  public void start() {
    running = true;
    WebServer server = context.getWebServer();
    if (server == null) {
      return;
    }
    int visits = 0;
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      while (visits < VISITS) {
        tokens.read(tokens.issue(accounts.all().getFirst()));
        logIn(client, server.getPort());
        lookIn(client, server.getPort());
        visits++;
      }
    } catch (IOException | ExecutionException | TimeoutException cold) {
      logger.debug("The platform opens without a warm-up", cold);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    forget(visits);
  }

  /** The log begins when the last of our own visits has left it. */
  private void forget(int visits) {
    try {
      log.clearAfter(visits, Deadline.in(PATIENCE, Stopwatch.SYSTEM));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private static void logIn(HttpClient client, int port) throws IOException, InterruptedException {
    HttpRequest stranger =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/demo/auth/login"))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"nobody\",\"password\":\"-\"}"))
            .build();
    client.send(stranger, HttpResponse.BodyHandlers.discarding());
  }

  private static void lookIn(HttpClient client, int port)
      throws InterruptedException, ExecutionException, TimeoutException {
    URI door = URI.create("ws://127.0.0.1:" + port + "/demo/guest/ws");
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .connectTimeout(PATIENCE)
            .buildAsync(door, new WebSocket.Listener() {})
            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    try {
      socket
          .sendClose(WebSocket.NORMAL_CLOSURE, "")
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      socket.abort();
    }
  }
}
