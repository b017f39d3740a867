package io.goldenpath.catalogue.fault;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.HtmlPage;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.DemoReply;
import io.goldenpath.demo.platform.FaultHook;
import java.time.Duration;
import java.util.Map;

/** What an upgrade is answered with in place of a socket. */
public final class UpgradeFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour UPGRADE_ANSWERED_WITH_PAGE =
      GROUP.add(
          "upgrade_answered_with_page",
          "Answers the upgrade with a page for people.",
          new FaultHook.AtUpgrade(HtmlPage.of(200, "Welcome")));

  public static final DemoBehaviour UPGRADE_ANSWERED_WITH_NOTHING =
      GROUP.add(
          "upgrade_answered_with_nothing",
          "Answers the upgrade with 204.",
          new FaultHook.AtUpgrade(DemoReply.bare(204)));

  public static final DemoBehaviour UPGRADE_MOVED =
      GROUP.add(
          "upgrade_moved",
          "Sends the upgrade elsewhere for good.",
          new FaultHook.AtUpgrade(DemoReply.bare(301).with("Location", "/demo/v2/ws")));

  public static final DemoBehaviour UPGRADE_SENT_TO_LOGIN =
      GROUP.add(
          "upgrade_sent_to_login",
          "Sends the upgrade to a page where people log in.",
          new FaultHook.AtUpgrade(DemoReply.bare(302).with("Location", "/login")));

  public static final DemoBehaviour UPGRADE_BAD_REQUEST =
      GROUP.add(
          "upgrade_bad_request",
          "Calls the upgrade a bad request.",
          new FaultHook.AtUpgrade(DemoReply.json(400, "{\"detail\":\"Bad request\"}")));

  public static final DemoBehaviour UPGRADE_UNAUTHORISED =
      GROUP.add(
          "upgrade_unauthorised",
          "Refuses the upgrade for want of a login.",
          new FaultHook.AtUpgrade(DemoReply.json(401, "{\"detail\":\"Not authenticated\"}")));

  public static final DemoBehaviour UPGRADE_TOKEN_FORBIDDEN =
      GROUP.add(
          "upgrade_token_forbidden",
          "Refuses the upgrade because of its token.",
          new FaultHook.AtUpgrade(DemoReply.json(403, "{\"detail\":\"Invalid token\"}")));

  public static final DemoBehaviour UPGRADE_BLOCKED =
      GROUP.add(
          "upgrade_blocked",
          "Has a firewall that takes the upgrade for an attack.",
          new FaultHook.AtUpgrade(HtmlPage.of(403, "403 Forbidden")));

  public static final DemoBehaviour UPGRADE_NOT_FOUND =
      GROUP.add(
          "upgrade_not_found",
          "Has no socket at this address.",
          new FaultHook.AtUpgrade(DemoReply.json(404, "{\"detail\":\"Not Found\"}")));

  public static final DemoBehaviour UPGRADE_NOT_ALLOWED =
      GROUP.add(
          "upgrade_not_allowed",
          "Does not allow the upgrade's method.",
          new FaultHook.AtUpgrade(DemoReply.json(405, "{\"detail\":\"Method Not Allowed\"}")));

  public static final DemoBehaviour UPGRADE_TIMED_OUT =
      GROUP.add(
          "upgrade_timed_out",
          "Gives up waiting for the upgrade's request.",
          new FaultHook.AtUpgrade(DemoReply.bare(408)));

  public static final DemoBehaviour UPGRADE_GONE =
      GROUP.add(
          "upgrade_gone",
          "Had a socket at this address once.",
          new FaultHook.AtUpgrade(DemoReply.json(410, "{\"detail\":\"Gone\"}")));

  public static final DemoBehaviour UPGRADE_VERSION_REQUIRED =
      GROUP.add(
          "upgrade_version_required",
          "Wants another version of the protocol.",
          new FaultHook.AtUpgrade(DemoReply.bare(426).with("Sec-WebSocket-Version", "8")));

  public static final DemoBehaviour UPGRADE_TOO_MANY =
      GROUP.add(
          "upgrade_too_many",
          "Has had too many upgrades, and does not say when to come back.",
          new FaultHook.AtUpgrade(DemoReply.json(429, "{\"detail\":\"Slow down\"}")));

  public static final DemoBehaviour UPGRADE_RATE_LIMITED =
      GROUP.add(
          "upgrade_rate_limited",
          "Limits upgrades, and says when to come back.",
          new FaultHook.AtUpgrade(DemoReply.bare(429).with("Retry-After", "60")));

  public static final DemoBehaviour UPGRADE_BROKEN =
      GROUP.add(
          "upgrade_broken",
          "Breaks at the upgrade with an error of its own.",
          new FaultHook.AtUpgrade(DemoReply.json(500, "{\"detail\":\"Internal Server Error\"}")));

  public static final DemoBehaviour UPGRADE_BAD_GATEWAY =
      GROUP.add(
          "upgrade_bad_gateway",
          "Has a load balancer that reaches no server.",
          new FaultHook.AtUpgrade(HtmlPage.of(502, "502 Bad Gateway")));

  public static final DemoBehaviour UPGRADE_UNHEALTHY =
      GROUP.add(
          "upgrade_unhealthy",
          "Has a load balancer that finds every server unhealthy.",
          new FaultHook.AtUpgrade(HtmlPage.of(503, "503 Service Unavailable")));

  public static final DemoBehaviour UPGRADE_NOT_READY =
      GROUP.add(
          "upgrade_not_ready",
          "Is not ready yet, and says when to come back.",
          new FaultHook.AtUpgrade(
              DemoReply.json(503, "{\"error\":\"service_not_ready\"}").with("Retry-After", "10")));

  public static final DemoBehaviour UPGRADE_GATEWAY_TIMEOUT =
      GROUP.add(
          "upgrade_gateway_timeout",
          "Has a load balancer that gave up on the server.",
          new FaultHook.AtUpgrade(HtmlPage.of(504, "504 Gateway Timeout")));

  public static final DemoBehaviour UPGRADE_SLOW =
      GROUP.add(
          "upgrade_slow",
          "Takes more than a second and a half for an upgrade.",
          new FaultHook.AtUpgrade(late(Duration.ofMillis(1600))));

  public static final DemoBehaviour UPGRADE_UNANSWERED =
      GROUP.add(
          "upgrade_unanswered",
          "Takes an upgrade and does not answer in good time.",
          new FaultHook.AtUpgrade(late(Duration.ofSeconds(4))));

  private UpgradeFaults() {}

  /** The upgrade itself, after that time. */
  private static DemoReply late(Duration delay) {
    return new DemoReply(null, Map.of(), "", delay);
  }
}
