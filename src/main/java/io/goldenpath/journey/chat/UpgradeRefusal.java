package io.goldenpath.journey.chat;

import io.goldenpath.journey.run.BodyExcerpt;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.wire.HttpReply;
import java.util.Locale;
import java.util.regex.Pattern;

/** Classifies a refused WebSocket upgrade: the status alone does not tell the cause. */
public final class UpgradeRefusal {

  private static final Pattern AUTH =
      Pattern.compile("(?i)token|unauthori[sz]ed|unauthenticated|jwt|credential|not signed in");

  private UpgradeRefusal() {}

  public static FindingKind kind(HttpReply refused) {
    int status = refused.status();
    if ((status == 429 || status == 503) && refused.header("Retry-After").isPresent()) {
      return FindingKind.SHED;
    }
    if (status == 401
        || (status == 403 && !fromEdge(refused) && AUTH.matcher(refused.body()).find())) {
      return FindingKind.AUTH_REFUSED;
    }
    return FindingKind.UPGRADE_REFUSED;
  }

  /** Whether a new login may help: the session may have ended before its time. */
  static boolean maybeStale(HttpReply refused) {
    int status = refused.status();
    return status == 401 || status == 403 || (status >= 300 && status < 400);
  }

  public static String message(HttpReply refused, String cleanBody) {
    String who =
        fromEdge(refused) ? "a proxy in front of the application (an HTML page)" : "the server";
    String later = refused.header("Retry-After").map(after -> ", Retry-After " + after).orElse("");
    return "The WebSocket upgrade was refused by %s with HTTP %d%s: %s"
        .formatted(who, refused.status(), later, BodyExcerpt.of(cleanBody));
  }

  private static boolean fromEdge(HttpReply refused) {
    String type = refused.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    return type.startsWith("text/html")
        || refused.body().stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html")
        || refused.body().stripLeading().toLowerCase(Locale.ROOT).startsWith("<html");
  }
}
