package io.goldenpath.journey.login;

import io.goldenpath.contract.rules.AccountQuota;
import io.goldenpath.journey.run.BodyExcerpt;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.Condition;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.wire.WireFailure;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classifies the reply to a call as a login failure, or as none. */
final class CallFailures {

  private static final Set<Integer> REFUSED_STATUSES = Set.of(400, 401, 403, 422);

  private final RequestTemplate request;
  private final String caller;
  private final UserRunRecorder recorder;
  private final Instant now;

  CallFailures(RequestTemplate request, String caller, UserRunRecorder recorder, Instant now) {
    this.request = request;
    this.caller = caller;
    this.recorder = recorder;
    this.now = now;
  }

  Optional<LoginResult.Failure> of(ParsedReply reply, @Nullable Condition refused) {
    return classified(reply, refused)
        .map(failure ->
            new LoginResult.Failure(
                failure.kind(),
                failure.expected(),
                failure.message(),
                RetryAfter.of(reply.http(), now).orElse(null)));
  }

  private Optional<LoginResult.Failure> classified(ParsedReply reply, @Nullable Condition refused) {
    int status = reply.status();
    Optional<String> retryAfter = reply.header("Retry-After");
    if ((status == 429 || status == 503) && retryAfter.isPresent()) {
      return Optional.of(
          failure(
              FindingKind.SHED,
              " says %s: HTTP %d, Retry-After %s%s"
                  .formatted(later(reply), status, retryAfter.get(), saying(reply))));
    }
    if (refused != null && refused.holds(reply.values())) {
      return Optional.of(refusal(reply));
    }
    Condition ok = request.expects().success();
    if (ok != null) {
      return ok.violation(reply.values()).map(_ -> unexpected(reply, refused));
    }
    if (status >= 200 && status < 400) {
      return Optional.empty();
    }
    return Optional.of(
        refused == null && REFUSED_STATUSES.contains(status) ? refusal(reply) : broken(reply));
  }

  LoginResult.Failure unanswered(WireFailure failure) {
    return new LoginResult.Failure(failure.kind(), expected(), failure.message());
  }

  LoginResult.Failure missing(Collection<String> names) {
    return failure(
        FindingKind.LOGIN_FAILED,
        " cannot be made: there is no value for {" + String.join("}, {", names) + "}");
  }

  LoginResult.Failure noAddress() {
    return failure(FindingKind.LOGIN_FAILED, " cannot be made: what was captured makes no address");
  }

  LoginResult.Failure notCaptured(Capture capture, ParsedReply reply) {
    String seen = " answered " + http(reply) + ", ";
    if (reply.bodyFlaw().isPresent()) {
      return failure(FindingKind.LOGIN_FAILED, seen + "but " + reply.bodyFlaw().get());
    }
    if (capture.source() == Capture.Source.POINTER && !reply.isJson()) {
      return failure(
          FindingKind.LOGIN_FAILED, seen + "but not with JSON" + coding(reply) + page(reply));
    }
    return failure(
        FindingKind.LOGIN_FAILED,
        seen + "but there is no %s at %s".formatted(capture.name(), capture.notation()));
  }

  private static String later(ParsedReply reply) {
    return AccountQuota.isSpent(reply.body())
        ? "that the account's quota is spent"
        : "to come back later";
  }

  private String saying(ParsedReply reply) {
    return reply.body().isBlank() ? "" : ": " + body(reply);
  }

  private LoginResult.Failure refusal(ParsedReply reply) {
    return failure(
        FindingKind.LOGIN_REFUSED, " refused the user with " + http(reply) + ": " + body(reply));
  }

  private LoginResult.Failure broken(ParsedReply reply) {
    return failure(FindingKind.LOGIN_FAILED, " broke with " + http(reply) + ": " + body(reply));
  }

  /** When the configured condition fails, the status alone tells a refusal from a breakdown. */
  private LoginResult.Failure unexpected(ParsedReply reply, @Nullable Condition refused) {
    boolean no =
        reply.status() < 400 || (refused == null && REFUSED_STATUSES.contains(reply.status()));
    return failure(
        no ? FindingKind.LOGIN_REFUSED : FindingKind.LOGIN_FAILED,
        " answered %s, which is not what was expected: %s%s"
            .formatted(http(reply), request.expects().success(), flaw(reply)));
  }

  private LoginResult.Failure failure(FindingKind kind, String seen) {
    return new LoginResult.Failure(kind, expected(), caller + seen);
  }

  private String expected() {
    Condition ok = request.expects().success();
    return "a good reply to " + request.label() + (ok == null ? "" : ": " + ok);
  }

  private String body(ParsedReply reply) {
    return BodyExcerpt.of(recorder.redact(reply.body())) + flaw(reply);
  }

  private static String flaw(ParsedReply reply) {
    return reply.bodyFlaw().map(flaw -> "; " + flaw).orElse("");
  }

  private static String coding(ParsedReply reply) {
    return reply.header("Content-Encoding").map(coding -> ", in the coding " + coding).orElse("");
  }

  /** Only a page is shown: other bodies of good replies may hold a token. */
  private String page(ParsedReply reply) {
    return reply.body().stripLeading().startsWith("<") ? ": " + body(reply) : "";
  }

  private static String http(ParsedReply reply) {
    return "HTTP "
        + reply.status()
        + reply.header("Location").map(to -> " to " + to.split("[?#]", 2)[0]).orElse("");
  }
}
