package io.goldenpath.notify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receiver's server, which answers as its service documents it, or fails. */
public final class TellingServer implements AutoCloseable {

  private final MockWebServer server = new MockWebServer();
  private volatile MockResponse answer;

  public TellingServer(int status, String body) throws IOException {
    answer = new MockResponse.Builder().code(status).body(body).build();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer;
          }
        });
    server.start();
  }

  public String url(String path) {
    return server.url(path).toString();
  }

  public void answers(MockResponse changed) {
    answer = changed;
  }

  public void answers(int status, String body) {
    answers(new MockResponse.Builder().code(status).body(body).build());
  }

  /** All requests since the last time. */
  public List<RecordedRequest> requests() throws InterruptedException {
    List<RecordedRequest> all = new ArrayList<>();
    for (RecordedRequest next = next(); next != null; next = next()) {
      all.add(next);
    }
    return all;
  }

  /** The bodies of all requests since the last time. */
  public List<JsonNode> bodies() throws InterruptedException {
    return requests().stream().map(TellingServer::json).toList();
  }

  /** What all requests since the last time tell: an event each, and its targets. */
  List<String> told() throws InterruptedException {
    return bodies().stream().map(TellingServer::told).toList();
  }

  /** The event of a webhook's message, and its targets. */
  static String told(JsonNode message) {
    return message.path("event").asString()
        + " "
        + String.join(
            " ",
            message
                .path("incidents")
                .valueStream()
                .map(incident -> incident.path("target").asString())
                .sorted()
                .toList());
  }

  public static JsonNode json(RecordedRequest request) {
    return JsonMapper.shared().readTree(Objects.requireNonNull(request.getBody()).utf8());
  }

  private @Nullable RecordedRequest next() throws InterruptedException {
    return server.takeRequest(1, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    server.close();
  }
}
