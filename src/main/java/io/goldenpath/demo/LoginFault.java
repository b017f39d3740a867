package io.goldenpath.demo;

import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** What goes wrong at the login. */
public enum LoginFault implements Fault {
  LOGIN_DENIED(
      "Refuses the right password, as if the account were not known.",
      reply(LoginReply.refusal(401, "Invalid credentials"))),
  LOGIN_BAD_REQUEST(
      "Calls the login a bad request.", reply(LoginReply.refusal(400, "Bad request"))),
  LOGIN_FORBIDDEN(
      "Forbids the account to log in.", reply(LoginReply.refusal(403, "Account locked"))),
  LOGIN_UNPROCESSABLE(
      "Does not find e-mail and password in the login.",
      reply(LoginReply.refusal(422, "Email and password are required"))),
  LOGIN_BROKEN(
      "Breaks at the login with an error of its own.",
      reply(LoginReply.refusal(500, "Authentication failed"))),
  LOGIN_BAD_GATEWAY(
      "Has a load balancer that reaches no login service.",
      reply(LoginReply.page(502, "502 Bad Gateway"))),
  LOGIN_UNAVAILABLE(
      "Has no login service at the moment.", reply(LoginReply.refusal(503, "Service unavailable"))),
  LOGIN_GATEWAY_TIMEOUT(
      "Has a load balancer that gave up on the login service.",
      reply(LoginReply.page(504, "504 Gateway Timeout"))),
  LOGIN_NOT_FOUND("Has moved its login elsewhere.", reply(LoginReply.refusal(404, "Not Found"))),
  LOGIN_BUSY(
      "Has no login service at the moment, and says when to come back.",
      reply(LoginReply.refusal(503, "Service unavailable").with("Retry-After", "10"))),
  LOGIN_RATE_LIMITED(
      "Limits logins, and says when to come back.",
      reply(LoginReply.refusal(429, "Too many requests").with("Retry-After", "600"))),
  LOGIN_REDIRECTED(
      "Sends whoever logs in to the login again.",
      reply(LoginReply.page(302, "Found").with("Location", "/demo/auth/login"))),
  LOGIN_PAGE("Answers a login with a page for people.", reply(LoginReply.page(200, "Welcome"))),
  LOGIN_ANSWERED_EMPTY("Answers a login with nothing at all.", reply(LoginReply.json(200, ""))),
  LOGIN_ANSWERED_IN_HALF(
      "Answers a login with half a JSON object.",
      new Play.AtLogin((good, _, _) ->
          LoginReply.json(200, good.body().substring(0, good.body().length() / 2)))),
  LOGIN_WITHOUT_TOKEN(
      "Answers a login with everything but a token.", body(reply -> reply.remove("access_token"))),
  LOGIN_NULL_TOKEN(
      "Answers a login with null for a token.", body(reply -> reply.putNull("access_token"))),
  LOGIN_BLANK_TOKEN(
      "Answers a login with a token of no characters.",
      body(reply -> reply.put("access_token", ""))),
  LOGIN_TOKEN_MOVED(
      "Gives the token under another name than it used to.",
      body(reply -> reply.set("token", reply.remove("access_token")))),
  LOGIN_OVERSIZED(
      "Answers a login with more than a mebibyte.",
      body(reply -> reply.put("profile", "x".repeat(1_200_000)))),
  LOGIN_TOKEN_EXPIRED(
      "Issues a token that ran out a minute ago.",
      new Play.AtLogin((_, account, desk) -> desk.grant(account, desk.tokens().stale(account)))),
  LOGIN_TOKEN_GARBLED(
      "Issues a token that looks like one and cannot be read.",
      body(reply -> reply.put("access_token", "eyJhbGciOiJIUzI1NiJ9.garbled.garbled"))),
  LOGIN_OF_A_STRANGER(
      "Logs a user in under the name of another.",
      body(reply -> reply.putObject("user").put("id", "somebody-else"))),
  LOGIN_TOKEN_OF_ANOTHER_KEY(
      "Issues tokens whose signature its own sockets do not accept.",
      new Play.AtLogin((_, account, desk) -> desk.grant(account, desk.tokens().foreign(account)))),
  LOGIN_SLOW("Takes more than a second and a half for a login.", delayed(1600)),
  LOGIN_UNANSWERED("Takes a login and does not answer.", delayed(30_000));

  private final String sentence;
  private final Play play;

  LoginFault(String sentence, Play play) {
    this.sentence = sentence;
    this.play = play;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public Play play() {
    return play;
  }

  private static Play reply(LoginReply reply) {
    return new Play.AtLogin((_, _, _) -> reply);
  }

  private static Play delayed(long millis) {
    return new Play.AtLogin((good, _, _) -> good.after(Duration.ofMillis(millis)));
  }

  private static Play body(Consumer<ObjectNode> change) {
    return new Play.AtLogin((good, _, _) -> {
      ObjectNode reply = (ObjectNode) Json.MAPPER.readTree(good.body());
      change.accept(reply);
      return LoginReply.json(200, reply);
    });
  }
}
