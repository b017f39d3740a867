package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The rule of access holds for the demo's faults, which are no part of the API. */
class DemoFaultAccessIT {

  @Test
  void refusesStrangersAndSaysWhy() throws Exception {
    try (LiveMonitor monitor = LiveMonitor.start();
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> reply =
          client.send(
              HttpRequest.newBuilder(URI.create(monitor.base() + "/demo/faults"))
                  .header("X-Forwarded-For", "203.0.113.7")
                  .POST(HttpRequest.BodyPublishers.ofString("{\"fault\":\"slow\"}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(reply.statusCode()).isEqualTo(403);
      assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(reply.body()).contains("POST is refused from beyond loopback");
      assertThat(monitor.get("/demo/faults").body()).contains("\"on\":[]");
    }
  }
}
