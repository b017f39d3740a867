package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.script.DemoActivity.Kind;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.DemoState;
import io.goldenpath.demo.script.DemoUser;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.socket.CloseStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers logins and logouts. */
final class AuthHandler {

  private static final CloseStatus REVOKED = new CloseStatus(4401, "Token has been revoked");

  private final DemoState state;
  private final DemoTokens tokens;
  private final DemoFaults faults;

  AuthHandler(DemoState state, DemoTokens tokens, DemoFaults faults) {
    this.state = state;
    this.tokens = tokens;
    this.faults = faults;
  }

  ServerResponse login(ServerRequest request) throws IOException {
    DemoReply reply = login(read(request.servletRequest().getInputStream()));
    state.timer().await(reply.delay());
    return reply.response();
  }

  private DemoReply login(JsonNode form) {
    String email = form.path("email").stringValue("");
    String password = form.path("password").stringValue("");
    if (email.isBlank() || password.isBlank()) {
      return DemoReply.refusal(422, "Email and password are required");
    }
    return state
        .accounts()
        .login(email, password)
        .map(this::welcome)
        .orElseGet(() -> refuse(email));
  }

  /** Revokes the token, and closes the connections that it has opened. */
  ServerResponse logout(ServerRequest request) {
    DemoTokens.Token token =
        tokens.read(TokenReader.bearer(request.headers().asHttpHeaders()).orElse(""));
    return Optional.of(token)
        .filter(read -> read.flaw() == null)
        .flatMap(read -> state.accounts().byId(read.subject()))
        .map(account -> end(account, token))
        .orElseGet(() -> DemoReply.refusal(401, "Invalid token"))
        .response();
  }

  private DemoReply welcome(DemoAccount account) {
    state.tell(Kind.LOGIN, account.email(), "");
    ObjectNode granted =
        DemoJson.object()
            .put("access_token", tokens.issue(account))
            .put("token_type", "Bearer")
            .put("expires_in", DemoTokens.LIFETIME.toSeconds());
    granted.putObject("user").put("id", account.id()).put("email", account.email());
    DemoReply reply = DemoReply.json(200, granted);
    for (FaultHook.AtLogin hook : faults.due(FaultHook.AtLogin.class, account.email())) {
      reply = hook.change().apply(reply, account, tokens);
    }
    return reply;
  }

  private DemoReply refuse(String email) {
    state.tell(Kind.LOGIN_REFUSED, state.accounts().knows(email) ? email : DemoUser.GUEST, "");
    return DemoReply.refusal(401, "Invalid credentials");
  }

  private DemoReply end(DemoAccount account, DemoTokens.Token token) {
    tokens.revoke(token);
    state.tell(Kind.LOGOUT, account.email(), "");
    if (faults.due(FaultHook.AtLogout.class, account.email()).isEmpty()) {
      state
          .connected(account.id())
          .filter(one -> one.user().token().equals(token.id()))
          .forEach(one -> one.close(REVOKED));
    }
    return DemoReply.json(200, DemoJson.object().put("success", true));
  }

  private static JsonNode read(InputStream body) throws IOException {
    try {
      return DemoJson.read(body);
    } catch (JacksonException ex) {
      return DemoJson.object();
    }
  }
}
