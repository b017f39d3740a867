package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.run.Run;
import java.time.Duration;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A platform asks to be left alone at whichever call it is. */
class RetryAfterIT {

  private static final Duration ASKED = Duration.ofMinutes(5);

  @AutoClose private PasswordLoginRunner login;

  @BeforeEach
  void start() throws Exception {
    login = new PasswordLoginRunner();
  }

  @Test
  void atTheLogin() throws Exception {
    login.answers(later(429));

    assertThat(asking(login.run(""))).returns(FindingKind.SHED, Finding::kind);
  }

  @Test
  void whereTheLoginRefusesTheUserForAWhile() throws Exception {
    login.answers(later(403));

    assertThat(asking(login.run(""))).returns(FindingKind.LOGIN_REFUSED, Finding::kind);
  }

  @Test
  void atTheUpgrade() throws Exception {
    login.platform.on("GET /ws", _ -> later(503));

    assertThat(asking(login.run(""))).returns(FindingKind.SHED, Finding::kind);
  }

  @Test
  void atTheCallsBeforeTheSocket() throws Exception {
    login.platform.on("POST /api/runs", _ -> later(429));

    Run run = login.runner.run(login.target("") + "prepare: [ { post: /api/runs } ]\n");

    assertThat(asking(run)).returns(FindingKind.SHED, Finding::kind);
  }

  @Test
  void atTheCallsAfterTheRun() throws Exception {
    login.platform.on("DELETE /api/runs", _ -> later(429));

    Run run = login.runner.run(login.target("") + "cleanup: [ { delete: /api/runs } ]\n");

    assertThat(asking(run)).returns(Severity.INFO, Finding::severity);
    assertThat(run.succeeded()).isTrue();
  }

  private static Finding asking(Run run) {
    assertThat(run.findings())
        .singleElement()
        .satisfies(found -> assertThat(found.evidence().retryAfter()).isEqualTo(ASKED));
    return run.findings().getFirst();
  }

  private static MockResponse later(int status) {
    return FakePlatform.json(status, "{}")
        .newBuilder()
        .addHeader("Retry-After", ASKED.toSeconds())
        .build();
  }
}
