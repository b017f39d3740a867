package io.goldenpath.journey;

import io.goldenpath.probe.Call;
import io.goldenpath.probe.Capture;
import io.goldenpath.probe.Condition;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.wire.WireFailure;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the reply to a call means. */
final class Replies {

  private static final Set<Integer> NO = Set.of(400, 401, 403, 422);

  private final Call call;
  private final String who;
  private final Notes notes;

  Replies(Call call, String who, Notes notes) {
    this.call = call;
    this.who = who;
    this.notes = notes;
  }

  /** What is wrong with the reply; empty when nothing is. */
  Optional<Setback> judge(Reply reply, @Nullable Condition refused) {
    int status = reply.status();
    Optional<String> retryAfter = reply.header("Retry-After");
    if ((status == 429 || status == 503) && retryAfter.isPresent()) {
      return Optional.of(
          setback(
              FindingKind.SHED,
              " says to come back later: HTTP %d, Retry-After %s"
                  .formatted(status, retryAfter.get())));
    }
    if (refused != null && refused.holds(reply.values())) {
      return Optional.of(refusal(reply));
    }
    Condition ok = call.expects().ok();
    if (ok != null) {
      return ok.objection(reply.values()).map(_ -> unexpected(reply, refused));
    }
    if (status < 400) {
      return Optional.empty();
    }
    return Optional.of(refused == null && NO.contains(status) ? refusal(reply) : broken(reply));
  }

  Setback unanswered(WireFailure failure) {
    return new Setback(failure.kind(), expected(), failure.message());
  }

  Setback missing(Collection<String> names) {
    return setback(
        FindingKind.LOGIN_FAILED,
        " cannot be made: there is no value for {" + String.join("}, {", names) + "}");
  }

  Setback noAddress() {
    return setback(FindingKind.LOGIN_FAILED, " cannot be made: what was captured makes no address");
  }

  Setback without(Capture capture, Reply reply) {
    String seen = " answered HTTP %d%s, ".formatted(reply.status(), where(reply));
    if (capture.from() == Capture.Part.POINTER && !reply.isJson()) {
      return setback(FindingKind.LOGIN_FAILED, seen + "but not with JSON" + page(reply));
    }
    return setback(
        FindingKind.LOGIN_FAILED,
        seen + "but there is no %s at %s".formatted(capture.name(), capture.place()));
  }

  private Setback refusal(Reply reply) {
    return setback(
        FindingKind.LOGIN_REFUSED,
        " refused the user with HTTP %d%s: %s"
            .formatted(reply.status(), where(reply), body(reply)));
  }

  private Setback broken(Reply reply) {
    return setback(
        FindingKind.LOGIN_FAILED,
        " broke with HTTP %d%s: %s".formatted(reply.status(), where(reply), body(reply)));
  }

  /** Where a condition of ours fails, the status alone says whose no it is. */
  private Setback unexpected(Reply reply, @Nullable Condition refused) {
    boolean no = reply.status() < 400 || (refused == null && NO.contains(reply.status()));
    return setback(
        no ? FindingKind.LOGIN_REFUSED : FindingKind.LOGIN_FAILED,
        " answered HTTP %d%s, which is not what was expected: %s"
            .formatted(reply.status(), where(reply), call.expects().ok()));
  }

  private Setback setback(FindingKind kind, String seen) {
    return new Setback(kind, expected(), who + seen);
  }

  private String expected() {
    Condition ok = call.expects().ok();
    return "a good reply to " + call.what() + (ok == null ? "" : ": " + ok);
  }

  private String body(Reply reply) {
    return Excerpt.of(notes.clean(reply.body()));
  }

  /** The beginning of a page; other bodies of good replies may hold a token and are not shown. */
  private String page(Reply reply) {
    return reply.body().stripLeading().startsWith("<") ? ": " + body(reply) : "";
  }

  private static String where(Reply reply) {
    return reply.header("Location").map(to -> " to " + to.split("[?#]", 2)[0]).orElse("");
  }
}
