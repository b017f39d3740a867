package io.goldenpath.demo;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/** The platform's HTTP side. */
final class DemoRoutes {

  private static final int BODY_BYTES = 8 * 1024;
  private static final Duration LONGEST_REPLY = Duration.ofMinutes(2);

  private final LoginDesk logins;
  private final LogoutDesk logouts;
  private final FaultDesk faults;
  private final Timing timing;

  DemoRoutes(LoginDesk logins, LogoutDesk logouts, FaultDesk faults, Timing timing) {
    this.logins = logins;
    this.logouts = logouts;
    this.faults = faults;
    this.timing = timing;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .POST("/demo/auth/login", this::login)
        .POST("/demo/auth/logout", this::logout)
        .GET("/demo/faults", _ -> json(200, faults.list()))
        .POST("/demo/faults", this::order)
        .build();
  }

  private ServerResponse login(ServerRequest request) throws IOException {
    LoginReply reply = logins.answer(body(request));
    CompletableFuture<ServerResponse> later = new CompletableFuture<>();
    timing.after(reply.delay(), () -> later.complete(response(reply)));
    return ServerResponse.async(later, LONGEST_REPLY);
  }

  private ServerResponse logout(ServerRequest request) {
    return response(
        Doorkeeper.bearer(request.headers().asHttpHeaders())
            .map(logouts::answer)
            .orElseGet(LogoutDesk::refuse));
  }

  private ServerResponse order(ServerRequest request) throws IOException {
    Optional<String> mistake = faults.order(body(request));
    return mistake.isEmpty()
        ? json(200, faults.list())
        : json(422, Json.object().put("detail", mistake.get()));
  }

  private static String body(ServerRequest request) throws IOException {
    byte[] bytes = request.servletRequest().getInputStream().readNBytes(BODY_BYTES);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static ServerResponse response(LoginReply reply) {
    return ServerResponse.status(reply.status())
        .contentType(reply.type())
        .headers(headers -> reply.headers().forEach(headers::set))
        .body(reply.body());
  }

  private static ServerResponse json(int status, ObjectNode body) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body.toString());
  }
}
