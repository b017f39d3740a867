package io.goldenpath.demo.platform;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.goldenpath.demo.fault.DemoReply;
import io.goldenpath.demo.session.DemoTimer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** HTTP routes of the platform. */
final class DemoRoutes {

  private static final int BODY_BYTES = 8 * 1024;
  private static final Duration LONGEST_REPLY = Duration.ofMinutes(2);

  private final AuthHandler auth;
  private final FaultsHandler faults;
  private final DemoTimer timer;

  DemoRoutes(AuthHandler auth, FaultsHandler faults, DemoTimer timer) {
    this.auth = auth;
    this.faults = faults;
    this.timer = timer;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .POST("/demo/auth/login", this::login)
        .POST("/demo/auth/logout", request -> response(auth.logout(token(request))))
        .GET("/demo/faults", _ -> response(faults.list()))
        .POST("/demo/faults", request -> response(faults.order(body(request))))
        .build();
  }

  private ServerResponse login(ServerRequest request) throws IOException {
    DemoReply reply = auth.login(body(request));
    CompletableFuture<ServerResponse> later = new CompletableFuture<>();
    timer.after(reply.delay(), () -> later.complete(response(reply)));
    return ServerResponse.async(later, LONGEST_REPLY);
  }

  private static String token(ServerRequest request) {
    return TokenReader.bearer(request.headers().asHttpHeaders()).orElse("");
  }

  private static String body(ServerRequest request) throws IOException {
    byte[] bytes = request.servletRequest().getInputStream().readNBytes(BODY_BYTES);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static ServerResponse response(DemoReply reply) {
    return ServerResponse.status(Objects.requireNonNull(reply.status()))
        .headers(headers -> reply.headers().forEach(headers::set))
        .body(reply.body());
  }
}
