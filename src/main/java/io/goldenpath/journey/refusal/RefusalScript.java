package io.goldenpath.journey.refusal;

import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.SessionScript;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.login.IssuedToken;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.JourneySpec.BadToken;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Bad tokens in turn, a good one after each, a revoked session, and a golden path at the end. */
public final class RefusalScript implements SessionScript {

  private final JourneySpec.Refusal spec;
  private final Login login;
  private final BadTokens tokens;

  /** Set while no good token was accepted since the last bad one; kept across runs. */
  private final AtomicBoolean goodConnectOwed = new AtomicBoolean();

  public RefusalScript(RunContext context, JourneySpec.Refusal spec) {
    this.spec = spec;
    this.login = context.probe().target().access().login();
    this.tokens = new BadTokens(login, spec.givenTokens(), context.clocks());
  }

  /** Revocation takes an uncached login, and another login for the golden path after it. */
  @Override
  public int extraLogins() {
    return spec.revoke() == null || login.requests().isEmpty() ? 0 : 2;
  }

  @Override
  public List<EventArrival> run(UserSession session) throws InterruptedException {
    return session.login().logIn() && badTokens(session) && revocation(session)
        ? goldenPath(session)
        : List.of();
  }

  /** After a run that ended on a bad token the good connect comes first, instead of last. */
  private boolean badTokens(UserSession session) throws InterruptedException {
    boolean goodFirst = goodConnectOwed.get();
    boolean begun = goodFirst;
    for (BadTokenAttempt attempt : attempts(session)) {
      if (begun && !goodToken(session)) {
        return false;
      }
      begun = true;
      goodConnectOwed.set(true);
      if (!attempt.run()) {
        return false;
      }
    }
    return goodFirst || !begun || goodToken(session);
  }

  private List<BadTokenAttempt> attempts(UserSession session) {
    IssuedToken own = session.login().signedInUser().orElseThrow().token();
    List<BadTokenAttempt> attempts = new ArrayList<>();
    for (BadToken kind : spec.tokens()) {
      Optional<Secret> token = tokens.make(kind, own);
      if (token.isPresent()) {
        attempts.add(new BadTokenAttempt(session, kind, token.get()));
      } else {
        session
            .recorder()
            .note(
                "the token '%s' was not tried: it cannot be made of the user's own, and none is given"
                    .formatted(kind.name().toLowerCase(Locale.ROOT)));
      }
    }
    return attempts;
  }

  private boolean goodToken(UserSession session) throws InterruptedException {
    Optional<ChatTurn> turn = connected(session);
    if (turn.isEmpty()) {
      return false;
    }
    boolean welcomed = turn.get().awaitWelcomeAndClose();
    goodConnectOwed.compareAndSet(true, !welcomed);
    return welcomed;
  }

  private boolean revocation(UserSession session) throws InterruptedException {
    return spec.revoke() == null
        || (new SessionRevocation(session, spec.revoke()).run() && session.login().logIn());
  }

  private List<EventArrival> goldenPath(UserSession session) throws InterruptedException {
    Optional<ChatTurn> turn = connected(session);
    if (turn.isEmpty()) {
      return List.of();
    }
    List<EventArrival> events = turn.get().askAndClose();
    goodConnectOwed.compareAndSet(true, turn.get().judgement().readyAt().isEmpty());
    return events;
  }

  private static Optional<ChatTurn> connected(UserSession session) throws InterruptedException {
    session.recorder().note("connects with the user's own token");
    return ChatTurn.open(session);
  }
}
