package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.SilentRelay;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** With a token every POST needs it, through a relay that tells nothing of who asked too. */
class RelayAccessIT {

  private static final Pattern POST_ROUTE = Pattern.compile("\\(POST && (/[^)]+)\\)");
  private static final List<String> CLAIMS =
      List.of("X-Any: thing", "X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1");

  @SuppressWarnings("NullAway.Init")
  private static LiveMonitor monitor;

  @SuppressWarnings("NullAway.Init")
  private static SilentRelay relay;

  @BeforeAll
  static void open() throws IOException {
    monitor =
        LiveMonitor.start(
            "--goldenpath.access.token=s3cret", "--server.forward-headers-strategy=native");
    relay = SilentRelay.before(URI.create(monitor.base()).getPort());
  }

  @AfterAll
  static void close() throws IOException {
    relay.close();
    monitor.close();
  }

  /** All that the service has, those to come included, but for the demo platform's own logins. */
  static Stream<String> posts() {
    return Stream.concat(
            monitor.parts().stream().flatMap(RelayAccessIT::mapped),
            monitor.parts().stream().flatMap(RelayAccessIT::routed))
        .filter(path -> !path.startsWith("/demo/auth/") && !path.equals("/error"))
        .map(path ->
            path.replace("{target}", "demo")
                .replace("{journey}", "golden-path")
                .replace("{id}", "any"))
        .distinct();
  }

  private static Stream<String> mapped(Object part) {
    return part instanceof RequestMappingInfoHandlerMapping mapping
        ? mapping.getHandlerMethods().keySet().stream()
            .filter(RelayAccessIT::takesPost)
            .flatMap(info -> info.getPatternValues().stream())
        : Stream.empty();
  }

  private static boolean takesPost(RequestMappingInfo info) {
    return info.getMethodsCondition().isEmpty()
        || info.getMethodsCondition().getMethods().contains(RequestMethod.POST);
  }

  private static Stream<String> routed(Object part) {
    return part instanceof RouterFunction<?> routes
        ? POST_ROUTE.matcher(routes.toString()).results().map(RelayAccessIT::path)
        : Stream.empty();
  }

  private static String path(MatchResult route) {
    return route.group(1);
  }

  @ParameterizedTest
  @MethodSource("posts")
  void asksForTheTokenFromWherever(String path) throws Exception {
    int own = URI.create(monitor.base()).getPort();
    for (int port : List.of(own, relay.port())) {
      for (String claim : CLAIMS) {
        assertThat(post(port, path, claim).status()).as(claim).isEqualTo(401);
      }
    }
  }

  @Test
  void knowsThePosts() {
    assertThat(posts())
        .contains(
            "/api/probes/demo/golden-path/runs",
            "/api/probes/demo/golden-path/baseline",
            "/api/markers",
            "/demo/faults");
  }

  @Test
  void letsTheTokenInThroughTheRelay() throws Exception {
    RawHttpReply reply =
        post(relay.port(), "/api/probes/demo/golden-path/runs", "Authorization: Bearer s3cret");

    assertThat(reply.status()).isIn(202, 409, 429);
  }

  private static RawHttpReply post(int port, String path, String header) throws IOException {
    return RawHttpReply.post(URI.create("http://localhost:" + port + path), header);
  }
}
