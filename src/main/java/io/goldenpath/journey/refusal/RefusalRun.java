package io.goldenpath.journey.refusal;

import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.FrameTap;
import io.goldenpath.journey.chat.GoldenPathChat;
import io.goldenpath.journey.chat.RunContext;
import io.goldenpath.journey.chat.TurnOptions;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.login.IssuedToken;
import io.goldenpath.journey.run.EarlierRunIds;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.JourneySpec.BadToken;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.target.Secret;
import io.goldenpath.wire.websocket.UpgradeCall;
import io.goldenpath.wire.websocket.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One user, and whoever brings a bad token in their place: never two of them in a row. */
final class RefusalRun {

  private final RunContext context;
  private final JourneySpec.Refusal exercise;
  private final BadTokens tokens;
  private final EarlierRunIds earlierRuns;
  private final AtomicBoolean goodConnectOwed;
  private final UserSession session;
  private final UserRunRecorder recorder;
  private Optional<UpgradeCall> prepared = Optional.empty();

  RefusalRun(
      RunContext context,
      RefusalJourney.State state,
      JourneySpec.Refusal exercise,
      UserSession session) {
    this.context = context;
    this.exercise = exercise;
    this.tokens = state.tokens();
    this.earlierRuns = state.earlierRuns();
    this.goodConnectOwed = state.goodConnectOwed();
    this.session = session;
    this.recorder = session.recorder();
  }

  UserRun run() throws InterruptedException {
    List<EventArrival> events = List.of();
    prepared = session.logIn();
    if (prepared.isPresent() && badTokens() && revocation()) {
      events = goldenPath();
    }
    session.cleanUp();
    return session.result(events);
  }

  List<Finding> findings() {
    return recorder.findings();
  }

  /** Where the last run ended on a bad token, the good connect comes first, and not at the end. */
  private boolean badTokens() throws InterruptedException {
    boolean goodFirst = goodConnectOwed.get();
    boolean begun = goodFirst;
    for (BadTokenAttempt attempt : attempts()) {
      if (begun && !goodToken()) {
        return false;
      }
      begun = true;
      goodConnectOwed.set(true);
      if (!attempt.run()) {
        return false;
      }
    }
    return goodFirst || !begun || goodToken();
  }

  private List<BadTokenAttempt> attempts() {
    IssuedToken own = session.signedInUser().orElseThrow().token();
    List<BadTokenAttempt> intruders = new ArrayList<>();
    for (BadToken kind : exercise.tokens()) {
      Optional<Secret> token = tokens.make(kind, own);
      if (token.isEmpty()) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        recorder.note(
            "the token '%s' was not tried: it cannot be made of the user's own, and none is given"
                .formatted(name));
      }
      token.ifPresent(bad -> intruders.add(new BadTokenAttempt(context, session, kind, bad)));
    }
    return intruders;
  }

  /** With the user's own token: is welcomed, and leaves. */
  private boolean goodToken() throws InterruptedException {
    Optional<WebSocket> socket = connected();
    if (socket.isEmpty()) {
      return false;
    }
    ChatTurn turn =
        new ChatTurn(context, session, earlierRuns, socket.get(), TurnOptions.of(context));
    try {
      boolean welcomed = turn.awaitWelcomeOnly();
      goodConnectOwed.compareAndSet(true, !welcomed);
      if (welcomed) {
        turn.close();
      }
      return welcomed;
    } finally {
      turn.closeNow();
    }
  }

  private boolean revocation() throws InterruptedException {
    if (exercise.revoke() == null) {
      return true;
    }
    boolean happened =
        new SessionRevocation(context, session, earlierRuns, exercise.revoke()).run();
    prepared = happened ? session.logIn() : Optional.empty();
    return prepared.isPresent();
  }

  private List<EventArrival> goldenPath() throws InterruptedException {
    Optional<WebSocket> socket = connected();
    if (socket.isEmpty()) {
      return List.of();
    }
    GoldenPathChat goldenPathChat =
        new GoldenPathChat(
            context, session, earlierRuns, socket.get(), context.question(), FrameTap.NONE);
    List<EventArrival> events = goldenPathChat.askAndClose();
    goodConnectOwed.compareAndSet(true, !goldenPathChat.welcomed());
    return events;
  }

  private Optional<WebSocket> connected() throws InterruptedException {
    Optional<UpgradeCall> upgrade = prepared.isPresent() ? prepared : session.prepareAgain();
    prepared = Optional.empty();
    if (upgrade.isEmpty()) {
      return Optional.empty();
    }
    recorder.note("connects with the user's own token");
    return session.connect(upgrade.get());
  }
}
