package io.goldenpath.deployment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whom Alertmanager wakes: a webhook that keeps what it is told. */
final class AlertReceiver implements AutoCloseable {

  private final HttpServer server;
  private final List<ReceivedAlert> pages = new CopyOnWriteArrayList<>();

  /** One alert of one notification. */
  record ReceivedAlert(
      String status,
      String alert,
      String severity,
      String target,
      String summary,
      String description,
      String page) {}

  private AlertReceiver(HttpServer server) {
    this.server = server;
    server.createContext("/", this::take);
    server.start();
  }

  static AlertReceiver listen() throws IOException {
    return new AlertReceiver(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  List<ReceivedAlert> pages() {
    return pages;
  }

  List<ReceivedAlert> pages(String alert, String status) {
    return pages.stream()
        .filter(receivedAlert ->
            receivedAlert.alert().equals(alert) && receivedAlert.status().equals(status))
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (JsonNode alert : JsonMapper.shared().readTree(body).path("alerts")) {
      JsonNode labels = alert.path("labels");
      JsonNode annotations = alert.path("annotations");
      pages.add(
          new ReceivedAlert(
              alert.path("status").stringValue(""),
              labels.path("alertname").stringValue(""),
              labels.path("severity").stringValue(""),
              labels.path("target").stringValue(""),
              annotations.path("summary").stringValue(""),
              annotations.path("description").stringValue(""),
              annotations.path("page").stringValue("")));
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }
}
