package io.goldenpath.demo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.script.DemoJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls the demo platform over HTTP. */
final class DemoHttpClient {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;

  private DemoHttpClient() {}

  static HttpResponse<String> post(DemoPlatform demo, String path, String body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(uri(demo, path))
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static HttpResponse<String> logout(DemoPlatform demo, String token)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(uri(demo, "/demo/auth/logout"))
            .header("Authorization", "Bearer " + token)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static HttpResponse<String> get(DemoPlatform demo, String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(uri(demo, path)).timeout(PATIENCE).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static HttpResponse<String> login(DemoPlatform demo, DemoAccount account)
      throws IOException, InterruptedException {
    String body =
        DemoJson.object()
            .put("email", account.email())
            .put("password", account.password())
            .toString();
    return post(demo, "/demo/auth/login", body);
  }

  static String token(DemoPlatform demo, DemoAccount account)
      throws IOException, InterruptedException {
    HttpResponse<String> reply = login(demo, account);
    assertThat(reply.statusCode()).isEqualTo(OK);
    return DemoJson.MAPPER.readTree(reply.body()).path("access_token").stringValue();
  }

  private static URI uri(DemoPlatform demo, String path) {
    return URI.create("http://localhost:" + demo.port() + path);
  }
}
