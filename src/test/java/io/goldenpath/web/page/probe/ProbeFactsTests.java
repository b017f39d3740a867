package io.goldenpath.web.page.probe;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Expiry;
import io.goldenpath.model.run.ReusedLogins;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.UserRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeFactsTests {

  private final Probe probe = SampleRuns.probe("staging");

  @Test
  void saysHowTheProbeIsWatched() {
    assertThat(ProbeFacts.of(probe, List.of(), null, Optional.empty()).texts())
        .containsExactly(
            new ProbeFacts.Text("socket", "wss://api.example.com"),
            new ProbeFacts.Text("cadence", "every 60 s, at most 60 s each"),
            new ProbeFacts.Text("users", "1"),
            new ProbeFacts.Text("dialect", "agent-events"),
            new ProbeFacts.Text("contract", "default"),
            new ProbeFacts.Text("cost", "1,440 runs a day"));
  }

  @Test
  void knowsOnlyTheMomentsThatRunsHaveShown() {
    Instant end = NOON.plus(Duration.ofDays(3));
    Run walked = SampleRuns.passed(probe, "a", NOON);
    Run reused =
        ReusedLogins.of(
            SampleRuns.passed(probe, "b", NOON.plusSeconds(60)), Duration.ofSeconds(59));

    assertThat(ProbeFacts.of(probe, List.of(), null, Optional.empty()).moments()).isEmpty();
    assertThat(
            ProbeFacts.of(
                    probe,
                    List.of(expiring(reused, end), walked),
                    NOON.plusSeconds(120),
                    Optional.empty())
                .moments())
        .containsExactly(
            new ProbeFacts.Moment("next run", NOON.plusSeconds(120)),
            new ProbeFacts.Moment("last real login", NOON),
            new ProbeFacts.Moment("token ends", end),
            new ProbeFacts.Moment("certificate ends", end.plusSeconds(1)));
  }

  @Test
  void saysEachLimit() {
    assertThat(ProbeFacts.of(probe, List.of(), null, Optional.empty()).limits())
        .contains(new LimitText("connect", "2 s", "5 s"), new LimitText("close", "–", "2 s"));
  }

  private static Run expiring(Run run, Instant end) {
    return run.withUsers(
        run.users().stream()
            .map(user ->
                new UserRun(
                    user.slot(),
                    user.steps(),
                    user.connectPhases(),
                    user.events(),
                    user.transcript(),
                    new Expiry(Map.of(Step.CONNECT, end.plusSeconds(1)), end)))
            .toList());
  }
}
