package io.goldenpath.demo;

import java.time.Duration;

/** What an upgrade is answered with in place of a socket. */
public enum UpgradeFault implements Fault {
  UPGRADE_ANSWERED_WITH_PAGE(
      "Answers the upgrade with a page for people.",
      new Play.AtUpgrade(UpgradeReply.page(200, "Welcome"))),
  UPGRADE_ANSWERED_WITH_NOTHING(
      "Answers the upgrade with 204.", new Play.AtUpgrade(UpgradeReply.bare(204))),
  UPGRADE_MOVED(
      "Sends the upgrade elsewhere for good.",
      new Play.AtUpgrade(UpgradeReply.bare(301, "Location", "/demo/v2/ws"))),
  UPGRADE_SENT_TO_LOGIN(
      "Sends the upgrade to a page where people log in.",
      new Play.AtUpgrade(UpgradeReply.bare(302, "Location", "/login"))),
  UPGRADE_BAD_REQUEST(
      "Calls the upgrade a bad request.",
      new Play.AtUpgrade(UpgradeReply.json(400, "{\"detail\":\"Bad request\"}"))),
  UPGRADE_UNAUTHORISED(
      "Refuses the upgrade for want of a login.",
      new Play.AtUpgrade(UpgradeReply.json(401, "{\"detail\":\"Not authenticated\"}"))),
  UPGRADE_TOKEN_FORBIDDEN(
      "Refuses the upgrade because of its token.",
      new Play.AtUpgrade(UpgradeReply.json(403, "{\"detail\":\"Invalid token\"}"))),
  UPGRADE_FORBIDDEN(
      "Refuses the upgrade without a reason.", new Play.AtUpgrade(UpgradeReply.bare(403))),
  UPGRADE_BLOCKED(
      "Has a firewall that takes the upgrade for an attack.",
      new Play.AtUpgrade(UpgradeReply.page(403, "403 Forbidden"))),
  UPGRADE_NOT_FOUND(
      "Has no socket at this address.",
      new Play.AtUpgrade(UpgradeReply.json(404, "{\"detail\":\"Not Found\"}"))),
  UPGRADE_NOT_ALLOWED(
      "Does not allow the upgrade's method.",
      new Play.AtUpgrade(UpgradeReply.json(405, "{\"detail\":\"Method Not Allowed\"}"))),
  UPGRADE_TIMED_OUT(
      "Gives up waiting for the upgrade's request.", new Play.AtUpgrade(UpgradeReply.bare(408))),
  UPGRADE_GONE(
      "Had a socket at this address once.",
      new Play.AtUpgrade(UpgradeReply.json(410, "{\"detail\":\"Gone\"}"))),
  UPGRADE_VERSION_REQUIRED(
      "Wants another version of the protocol.",
      new Play.AtUpgrade(UpgradeReply.bare(426, "Sec-WebSocket-Version", "8"))),
  UPGRADE_TOO_MANY(
      "Has had too many upgrades, and does not say when to come back.",
      new Play.AtUpgrade(UpgradeReply.json(429, "{\"detail\":\"Slow down\"}"))),
  UPGRADE_RATE_LIMITED(
      "Limits upgrades, and says when to come back.",
      new Play.AtUpgrade(UpgradeReply.bare(429, "Retry-After", "60"))),
  UPGRADE_BROKEN(
      "Breaks at the upgrade with an error of its own.",
      new Play.AtUpgrade(UpgradeReply.json(500, "{\"detail\":\"Internal Server Error\"}"))),
  UPGRADE_BAD_GATEWAY(
      "Has a load balancer that reaches no server.",
      new Play.AtUpgrade(UpgradeReply.page(502, "502 Bad Gateway"))),
  UPGRADE_UNHEALTHY(
      "Has a load balancer that finds every server unhealthy.",
      new Play.AtUpgrade(UpgradeReply.page(503, "503 Service Unavailable"))),
  UPGRADE_NOT_READY(
      "Is not ready yet, and says when to come back.",
      new Play.AtUpgrade(
          UpgradeReply.json(503, "{\"error\":\"service_not_ready\"}").with("Retry-After", "10"))),
  UPGRADE_GATEWAY_TIMEOUT(
      "Has a load balancer that gave up on the server.",
      new Play.AtUpgrade(UpgradeReply.page(504, "504 Gateway Timeout"))),
  UPGRADE_SLOW(
      "Takes more than a second and a half for an upgrade.",
      new Play.AtUpgrade(UpgradeReply.late(Duration.ofMillis(1600)))),
  UPGRADE_UNANSWERED(
      "Takes an upgrade and does not answer in good time.",
      new Play.AtUpgrade(UpgradeReply.late(Duration.ofSeconds(4))));

  private final String sentence;
  private final Play play;

  UpgradeFault(String sentence, Play play) {
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
}
