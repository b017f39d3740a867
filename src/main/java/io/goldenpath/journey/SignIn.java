package io.goldenpath.journey;

import static io.goldenpath.probe.FindingKind.LOGIN_FAILED;
import static io.goldenpath.probe.FindingKind.TOKEN_INVALID;

import io.goldenpath.probe.Call;
import io.goldenpath.probe.Capture;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Login;
import io.goldenpath.probe.Route;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.User;
import io.goldenpath.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One login of one user, and what its reply means. */
final class SignIn {

  private static final String EXPECTED = "a login that gives the user a token of their own";

  private static final Secret NOTHING = Secret.of("");

  private final Wire wire;
  private final Route route;
  private final InstantSource clock;
  private final Notes notes;

  SignIn(Wire wire, Route route, InstantSource clock, Notes notes) {
    this.wire = wire;
    this.route = route;
    this.clock = clock;
    this.notes = notes;
  }

  SignInResult attempt(Login login, User user, Deadline deadline) throws InterruptedException {
    return switch (login) {
      case Login.None() -> new SignInResult.SignedIn(Session.of(IssuedToken.GUEST));
      case Login.Token(String claim) -> alone(user.credential("token").orElse(NOTHING), claim);
      case Login.SelfSigned own -> alone(signed(own, user), own.subjectClaim());
      case Login.Exchange exchange -> exchange(exchange, user, deadline);
    };
  }

  private Secret signed(Login.SelfSigned login, User user) {
    Variables variables = Variables.of(user, new CookieJar(), clock);
    return login.signer().sign(OwnClaims.of(login, variables, clock.instant()));
  }

  private SignInResult alone(Secret token, String claim) {
    return parsed(token, claim)
        .map(issued -> checked(issued, null).orElseGet(() -> signedIn(Session.of(issued))))
        .orElseGet(SignIn::unreadable);
  }

  private SignInResult exchange(Login.Exchange login, User user, Deadline deadline)
      throws InterruptedException {
    Variables variables = Variables.of(user, new CookieJar(), clock);
    user.credential("client-id")
        .flatMap(id -> user.credential("client-secret").map(secret -> basic(id, secret)))
        .ifPresent(basic -> {
          notes.hide(basic);
          variables.set("client-basic", basic);
        });
    Caller caller = new Caller(wire, route, notes, variables, IssuedToken.GUEST);
    for (Call call : login.calls()) {
      String who = login.calls().size() == 1 ? "The login" : "The login's call " + call.what();
      Optional<Setback> setback = caller.make(call, who, login.refused(), deadline);
      if (setback.isPresent()) {
        return new SignInResult.Refused(setback.get());
      }
    }
    return session(login, caller, variables);
  }

  private SignInResult session(Login.Exchange login, Caller caller, Variables variables) {
    Reply last = caller.last().orElseThrow();
    Told told = Told.by(last, login.whose(), clock.instant());
    Optional<IssuedToken> parsed =
        variables
            .value("token")
            .map(token -> parsed(token, login.whose().subjectClaim()))
            .orElse(Optional.of(IssuedToken.GUEST));
    if (parsed.isEmpty()) {
      return unreadable();
    }
    if (told.missing() != null) {
      return refused(LOGIN_FAILED, "The login answered, but there is nothing at " + told.missing());
    }
    IssuedToken token = parsed.get();
    return checked(token, told.subject())
        .orElseGet(() ->
            signedIn(
                new Session(
                    token.knowing(told.subject(), told.expires()),
                    variables.cookies(),
                    captured(login.calls(), variables))));
  }

  private static Map<String, Secret> captured(List<Call> calls, Variables variables) {
    return calls.stream()
        .flatMap(call -> call.expects().captures().stream())
        .map(Capture::name)
        .distinct()
        .collect(Collectors.toMap(name -> name, name -> variables.value(name).orElse(NOTHING)));
  }

  /** What cannot be right about this token; empty when nothing is seen. */
  private Optional<SignInResult> checked(IssuedToken token, @Nullable String user) {
    Instant expires = token.expires();
    if (expires != null && expires.isBefore(clock.instant())) {
      return Optional.of(
          refused(TOKEN_INVALID, "The token that was issued had already run out at " + expires));
    }
    return user != null && token.subject() != null && !user.equals(token.subject())
        ? Optional.of(
            refused(
                TOKEN_INVALID,
                "The token that was issued belongs to another user than the one who logged in"))
        : Optional.empty();
  }

  private static Optional<IssuedToken> parsed(Secret token, String claim) {
    try {
      return Optional.of(IssuedToken.parse(token.reveal(), claim));
    } catch (ParseException _) {
      return Optional.empty();
    }
  }

  private static Secret basic(Secret id, Secret secret) {
    String pair = Caller.encoded(id.reveal()) + ":" + Caller.encoded(secret.reveal());
    return Secret.of(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  private static SignInResult unreadable() {
    return refused(TOKEN_INVALID, "The token that was issued looks like a JWT and is none");
  }

  private static SignInResult signedIn(Session session) {
    return new SignInResult.SignedIn(session);
  }

  private static SignInResult refused(FindingKind kind, String message) {
    return new SignInResult.Refused(new Setback(kind, EXPECTED, message));
  }
}
