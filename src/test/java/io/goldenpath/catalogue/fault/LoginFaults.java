package io.goldenpath.catalogue.fault;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.HtmlPage;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.DemoReply;
import io.goldenpath.demo.platform.DemoTokens;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoJson;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** What goes wrong at the login. */
public final class LoginFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour LOGIN_BAD_REQUEST =
      GROUP.add(
          "login_bad_request",
          "Calls the login a bad request.",
          reply(DemoReply.refusal(400, "Bad request")));

  public static final DemoBehaviour LOGIN_FORBIDDEN =
      GROUP.add(
          "login_forbidden",
          "Forbids the account to log in.",
          reply(DemoReply.refusal(403, "Account locked")));

  public static final DemoBehaviour LOGIN_UNPROCESSABLE =
      GROUP.add(
          "login_unprocessable",
          "Does not find e-mail and password in the login.",
          reply(DemoReply.refusal(422, "Email and password are required")));

  public static final DemoBehaviour LOGIN_BROKEN =
      GROUP.add(
          "login_broken",
          "Breaks at the login with an error of its own.",
          reply(DemoReply.refusal(500, "Authentication failed")));

  public static final DemoBehaviour LOGIN_BAD_GATEWAY =
      GROUP.add(
          "login_bad_gateway",
          "Has a load balancer that reaches no login service.",
          reply(HtmlPage.of(502, "502 Bad Gateway")));

  public static final DemoBehaviour LOGIN_UNAVAILABLE =
      GROUP.add(
          "login_unavailable",
          "Has no login service at the moment.",
          reply(DemoReply.refusal(503, "Service unavailable")));

  public static final DemoBehaviour LOGIN_GATEWAY_TIMEOUT =
      GROUP.add(
          "login_gateway_timeout",
          "Has a load balancer that gave up on the login service.",
          reply(HtmlPage.of(504, "504 Gateway Timeout")));

  public static final DemoBehaviour LOGIN_NOT_FOUND =
      GROUP.add(
          "login_not_found",
          "Has moved its login elsewhere.",
          reply(DemoReply.refusal(404, "Not Found")));

  public static final DemoBehaviour LOGIN_BUSY =
      GROUP.add(
          "login_busy",
          "Has no login service at the moment, and says when to come back.",
          reply(DemoReply.refusal(503, "Service unavailable").with("Retry-After", "10")));

  public static final DemoBehaviour LOGIN_RATE_LIMITED =
      GROUP.add(
          "login_rate_limited",
          "Limits logins, and says when to come back.",
          reply(DemoReply.refusal(429, "Too many requests").with("Retry-After", "600")));

  public static final DemoBehaviour LOGIN_REDIRECTED =
      GROUP.add(
          "login_redirected",
          "Sends whoever logs in to the login again.",
          reply(HtmlPage.of(302, "Found").with("Location", "/demo/auth/login")));

  public static final DemoBehaviour LOGIN_PAGE =
      GROUP.add(
          "login_page",
          "Answers a login with a page for people.",
          reply(HtmlPage.of(200, "Welcome")));

  public static final DemoBehaviour LOGIN_ANSWERED_EMPTY =
      GROUP.add(
          "login_answered_empty",
          "Answers a login with nothing at all.",
          reply(DemoReply.json(200, "")));

  public static final DemoBehaviour LOGIN_ANSWERED_IN_HALF =
      GROUP.add(
          "login_answered_in_half",
          "Answers a login with half a JSON object.",
          new FaultHook.AtLogin((good, _, _) ->
              DemoReply.json(200, good.body().substring(0, good.body().length() / 2))));

  public static final DemoBehaviour LOGIN_WITHOUT_TOKEN =
      GROUP.add(
          "login_without_token",
          "Answers a login with everything but a token.",
          body(reply -> reply.remove("access_token")));

  public static final DemoBehaviour LOGIN_NULL_TOKEN =
      GROUP.add(
          "login_null_token",
          "Answers a login with null for a token.",
          body(reply -> reply.putNull("access_token")));

  public static final DemoBehaviour LOGIN_BLANK_TOKEN =
      GROUP.add(
          "login_blank_token",
          "Answers a login with a token of no characters.",
          body(reply -> reply.put("access_token", "")));

  public static final DemoBehaviour LOGIN_TOKEN_MOVED =
      GROUP.add(
          "login_token_moved",
          "Gives the token under another name than it used to.",
          body(reply -> reply.set("token", reply.remove("access_token"))));

  public static final DemoBehaviour LOGIN_OVERSIZED =
      GROUP.add(
          "login_oversized",
          "Answers a login with more than a mebibyte.",
          body(reply -> reply.put("profile", "x".repeat(1_200_000))));

  public static final DemoBehaviour LOGIN_TOKEN_EXPIRED =
      GROUP.add(
          "login_token_expired",
          "Issues a token that ran out a minute ago.",
          new FaultHook.AtLogin((good, account, tokens) ->
              token(
                  good,
                  tokens.issue(
                      account,
                      InstantSource.system()
                          .instant()
                          .minus(DemoTokens.LIFETIME)
                          .minusSeconds(60)))));

  public static final DemoBehaviour LOGIN_TOKEN_GARBLED =
      GROUP.add(
          "login_token_garbled",
          "Issues a token that looks like one and cannot be read.",
          body(reply -> reply.put("access_token", "eyJhbGciOiJIUzI1NiJ9.garbled.garbled")));

  public static final DemoBehaviour LOGIN_OF_A_STRANGER =
      GROUP.add(
          "login_of_a_stranger",
          "Logs a user in under the name of another.",
          body(reply -> reply.putObject("user").put("id", "somebody-else")));

  public static final DemoBehaviour LOGIN_TOKEN_OF_ANOTHER_KEY =
      GROUP.add(
          "login_token_of_another_key",
          "Issues tokens whose signature its own sockets do not accept.",
          new FaultHook.AtLogin((good, account, _) ->
              token(good, new DemoTokens(InstantSource.system()).issue(account))));

  public static final DemoBehaviour LOGIN_SLOW =
      GROUP.add("login_slow", "Takes more than a second and a half for a login.", delayed(1600));

  public static final DemoBehaviour LOGIN_UNANSWERED =
      GROUP.add("login_unanswered", "Takes a login and does not answer.", delayed(30_000));

  private LoginFaults() {}

  private static FaultHook reply(DemoReply reply) {
    return new FaultHook.AtLogin((_, _, _) -> reply);
  }

  private static FaultHook delayed(long millis) {
    return new FaultHook.AtLogin((good, _, _) -> good.after(Duration.ofMillis(millis)));
  }

  private static FaultHook body(Consumer<ObjectNode> change) {
    return new FaultHook.AtLogin((good, _, _) -> changed(good, change));
  }

  private static DemoReply token(DemoReply good, String token) {
    return changed(good, reply -> reply.put("access_token", token));
  }

  private static DemoReply changed(DemoReply good, Consumer<ObjectNode> change) {
    ObjectNode reply = (ObjectNode) DemoJson.MAPPER.readTree(good.body());
    change.accept(reply);
    return DemoReply.json(200, reply);
  }
}
