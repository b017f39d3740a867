package io.goldenpath.schedule;

import static io.goldenpath.schedule.ScheduleFixture.MINUTE;
import static io.goldenpath.schedule.ScheduleFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.verdict.VerdictLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Targets that log in as one account share logins, leases and what they know of outages. */
class SharedLoginIT {

  private static final String USERS =
      "users: [ { email: probe-a@example.com, password: secret } ]\n";

  @AutoClose
  private final PlatformSchedule runs = new PlatformSchedule(Duration.ofHours(2), new VerdictLog());

  SharedLoginIT() throws Exception {}

  @Test
  void targetsOfOneAccountKeepOneBudget() {
    runs.start(runs.target("shop", USERS), runs.target("blog", USERS));

    runs.pass(Duration.ofMinutes(30));

    assertThat(runs.logins).hasSizeBetween(6, 7);
    for (Instant login : runs.logins) {
      Instant end = login.plus(Duration.ofMinutes(10));
      assertThat(runs.logins)
          .filteredOn(other -> !other.isBefore(login) && other.isBefore(end))
          .hasSizeLessThanOrEqualTo(3);
    }
    assertThat(verdicts(id("shop"), id("blog"))).containsOnly(Verdict.UP);
  }

  @Test
  void targetsOfOneAccountRunInTurn() {
    runs.start(runs.target("shop", USERS), runs.target("blog", USERS));
    runs.pass(Duration.ofSeconds(10));
    runs.recorded.read();

    runs.schedule.request(id("shop"));
    runs.schedule.request(id("blog"));
    runs.awaitRuns();

    assertThat(runs.recorded.read())
        .containsExactly(
            "started shop late 0",
            "finished shop passed",
            "started blog late 0",
            "finished blog passed");
  }

  @Test
  void anOutageThatOneTargetMeetsIsTheOthersTooUntilItEnds() {
    runs.start(runs.target("shop", USERS), runs.target("blog", USERS));
    runs.pass(Duration.ofMinutes(7));
    assertThat(verdicts(id("shop"), id("blog"))).containsOnly(Verdict.UP);

    runs.denied = true;
    runs.pass(Duration.ofMinutes(6));
    for (int minute = 6; minute <= 15; minute++) {
      assertThat(verdicts(id("shop"), id("blog")))
          .as("minute %d", minute)
          .containsOnly(Verdict.DOWN);
      runs.pass(MINUTE);
    }
    runs.denied = false;
    runs.pass(Duration.ofMinutes(6));

    assertThat(verdicts(id("shop"), id("blog"))).containsOnly(Verdict.UP);
  }

  private List<Verdict> verdicts(ProbeId... probes) {
    return Stream.of(probes).map(probe -> runs.state(probe).verdict()).toList();
  }
}
