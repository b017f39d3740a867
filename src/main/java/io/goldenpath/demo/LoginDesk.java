package io.goldenpath.demo;

import io.goldenpath.demo.DemoLog.Kind;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers logins. */
final class LoginDesk {

  private final DemoAccounts accounts;
  private final Tokens tokens;
  private final DemoFaults faults;
  private final DemoLog log;

  LoginDesk(DemoAccounts accounts, Tokens tokens, DemoFaults faults, DemoLog log) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.faults = faults;
    this.log = log;
  }

  LoginReply answer(String body) {
    Optional<JsonNode> form = read(body);
    Optional<String> email = form.flatMap(fields -> text(fields, "email"));
    Optional<String> password = form.flatMap(fields -> text(fields, "password"));
    if (email.isEmpty() || password.isEmpty()) {
      return LoginReply.refusal(422, "Email and password are required");
    }
    return accounts
        .login(email.get(), password.get())
        .map(this::welcome)
        .orElseGet(() -> refuse(email.get()));
  }

  /** The reply that gives this account a token, whosever it is. */
  LoginReply grant(DemoAccount account, String token) {
    ObjectNode reply =
        Json.object()
            .put("access_token", token)
            .put("token_type", "Bearer")
            .put("expires_in", Tokens.LIFETIME.toSeconds());
    reply.putObject("user").put("id", account.id()).put("email", account.email());
    return LoginReply.json(200, reply);
  }

  Tokens tokens() {
    return tokens;
  }

  DemoAccounts accounts() {
    return accounts;
  }

  private LoginReply welcome(DemoAccount account) {
    log.add(Kind.LOGIN, account.email(), "");
    LoginReply reply = grant(account, tokens.issue(account));
    for (Play.AtLogin play : faults.due(Play.AtLogin.class, account.email())) {
      reply = play.twist().apply(reply, account, this);
    }
    return reply;
  }

  private LoginReply refuse(String email) {
    log.add(Kind.LOGIN_REFUSED, accounts.knows(email) ? email : Visitor.GUEST, "");
    return LoginReply.refusal(401, "Invalid credentials");
  }

  private static Optional<JsonNode> read(String body) {
    try {
      return Optional.of(Json.MAPPER.readTree(body));
    } catch (JacksonException ex) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonNode fields, String name) {
    return fields.path(name).stringValueOpt().filter(text -> !text.isBlank());
  }
}
