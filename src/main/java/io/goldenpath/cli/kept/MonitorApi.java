package io.goldenpath.cli.kept;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.target.Secret;
import io.goldenpath.redaction.PrintableText;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API of a running monitor.
 *
 * @param home Address of its status page.
 * @param token What lets us in where reading is restricted; null where nothing is known.
 */
public record MonitorApi(URI home, @Nullable Secret token) {

  private static final int LIMIT = (int) Duration.ofSeconds(10).toMillis();
  private static final int MOST_BYTES = 256 * 1024 * 1024;
  private static final int EXCERPT = 200;

  /** The answer to a {@code GET} of this path. */
  JsonNode get(String path) {
    URI address = URI.create(home + path);
    try {
      HttpURLConnection connection =
          (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(LIMIT);
      connection.setReadTimeout(LIMIT);
      connection.setInstanceFollowRedirects(false);
      connection.setRequestProperty("Accept", "application/json, application/problem+json");
      if (token != null) {
        connection.setRequestProperty("Authorization", "Bearer " + token.reveal());
      }
      try {
        return answer(connection, address);
      } finally {
        connection.disconnect();
      }
    } catch (IOException unreachable) {
      throw new MonitorUnavailableException(
          "No monitor answers at %s (%s); kept runs are asked of the running service: start it, or name its address with --url"
              .formatted(home, unreachable.getMessage()),
          unreachable);
    }
  }

  private static JsonNode answer(HttpURLConnection connection, URI address) throws IOException {
    int status = connection.getResponseCode();
    String text = text(status < 400 ? connection.getInputStream() : connection.getErrorStream());
    return switch (status) {
      case HttpURLConnection.HTTP_OK -> json(text, address);
      case HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN ->
          throw new MonitorUnavailableException(
              "%s lets only those read who sign in (%d); set GOLDENPATH_TOKEN to its goldenpath.access.token"
                  .formatted(address, status));
      default ->
          throw new MonitorUnavailableException(
              "%s answers %d: %s".formatted(address, status, detail(text)));
    };
  }

  private static String text(@Nullable InputStream body) throws IOException {
    return body == null ? "" : new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
  }

  private static JsonNode json(String text, URI address) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException noJson) {
      throw new MonitorUnavailableException(
          "%s answers with something else than JSON; is that a monitor?".formatted(address),
          noJson);
    }
  }

  /** Of problem details their sentence. */
  private static String detail(String text) {
    try {
      return PrintableText.of(JsonMapper.shared().readTree(text).path("detail").asString(""));
    } catch (JacksonException _) {
      return PrintableText.of(Excerpt.of(text, EXCERPT));
    }
  }
}
