package io.goldenpath;

import io.goldenpath.journey.chat.SessionScript;
import io.goldenpath.journey.chat.SingleUserJourney;
import io.goldenpath.journey.isolation.IsolationJourney;
import io.goldenpath.journey.login.TokenPool;
import io.goldenpath.journey.recovery.RecoveryRun;
import io.goldenpath.journey.refusal.RefusalScript;
import io.goldenpath.journey.release.ReleaseReadingJourney;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.ProgressListener;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.wire.WireClient;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the journey of each probe. Probes share the tokens of their users. */
@Component
final class JourneyFactory {

  private final WireClient wire;
  private final RunContext.Clocks clocks;
  private final TokenPool tokens;
  private Map<ProbeSetup, Journey> journeys = Map.of();

  JourneyFactory(WireClient wire, InstantSource dates, Stopwatch stopwatch) {
    this.wire = wire;
    this.clocks = new RunContext.Clocks(dates, stopwatch, new SecureRandom());
    this.tokens = new TokenPool(dates, stopwatch);
  }

  /** Forgets all other journeys. Unchanged probes keep theirs, unchanged logins their tokens. */
  synchronized List<Journey> createAll(List<ProbeSetup> setups) {
    Map<ProbeSetup, Journey> all = new LinkedHashMap<>();
    for (ProbeSetup setup : setups) {
      Journey known = journeys.get(setup);
      all.put(setup, known == null ? journey(setup, ProgressListener.NONE) : known);
    }
    journeys = all;
    return List.copyOf(all.values());
  }

  /** One that nobody shares, and whose runs are heard of while they go on. */
  Journey create(ProbeSetup setup, ProgressListener progress) {
    return journey(setup, progress);
  }

  private Journey journey(ProbeSetup setup, ProgressListener progress) {
    JourneySpec spec = setup.probe().script().spec();
    WireClient sockets = wire.forUsers(spec.users());
    RunContext context =
        new RunContext(setup.probe(), setup.dialect(), setup.contract(), sockets, clocks)
            .telling(progress);
    return ReleaseReadingJourney.around(path(spec, context), context);
  }

  private Journey path(JourneySpec spec, RunContext context) {
    return switch (spec) {
      case JourneySpec.GoldenPath _ ->
          new SingleUserJourney(context, tokens, SessionScript.GOLDEN_PATH);
      case JourneySpec.Isolation isolation -> new IsolationJourney(context, tokens, isolation);
      case JourneySpec.Recovery recovery ->
          new SingleUserJourney(
              context, tokens, session -> new RecoveryRun(recovery, session).run());
      case JourneySpec.Refusal refusal ->
          new SingleUserJourney(context, tokens, new RefusalScript(context, refusal));
    };
  }
}
