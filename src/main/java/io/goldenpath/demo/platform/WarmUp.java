package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.DemoAccounts;
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
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** Runs the path as a guest before anybody is let in, so that no user waits for class loading. */
final class WarmUp implements ApplicationListener<ServletWebServerInitializedEvent> {

  private static final Logger logger = LoggerFactory.getLogger(WarmUp.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int VISITS = 3;

  private final DemoAccounts accounts;
  private final DemoTokens tokens;

  WarmUp(DemoAccounts accounts, DemoTokens tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
  }

  /** After the server listens, before anything else starts. */
  @Override
  public void onApplicationEvent(ServletWebServerInitializedEvent event) {
    if (event.getApplicationContext().getServerNamespace() != null) {
      return;
    }
    int port = event.getWebServer().getPort();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      for (int visit = 0; visit < VISITS; visit++) {
        tokens.read(tokens.issue(accounts.number(1)));
        logIn(client, port);
        visit(client, port);
      }
    } catch (IOException | ExecutionException | TimeoutException cold) {
      logger.debug("The platform opens without a warm-up", cold);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void logIn(HttpClient client, int port) throws IOException, InterruptedException {
    HttpRequest refused =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/demo/auth/login"))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"nobody\",\"password\":\"-\"}"))
            .build();
    client.send(refused, HttpResponse.BodyHandlers.discarding());
  }

  private static void visit(HttpClient client, int port)
      throws InterruptedException, ExecutionException, TimeoutException {
    URI uri = URI.create("ws://127.0.0.1:" + port + "/demo/guest/ws");
    client
        .newWebSocketBuilder()
        .connectTimeout(PATIENCE)
        .buildAsync(uri, new WebSocket.Listener() {})
        .thenCompose(socket ->
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((_, _) -> socket.abort()))
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
