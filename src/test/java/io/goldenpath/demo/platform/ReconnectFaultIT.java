package io.goldenpath.demo.platform;

import static io.goldenpath.catalogue.fault.RecoveryFaults.DEAF_AGAIN;
import static io.goldenpath.catalogue.fault.RecoveryFaults.REFUSES_AGAIN;
import static io.goldenpath.catalogue.fault.RecoveryFaults.SHUT_AGAIN;
import static io.goldenpath.catalogue.fault.RecoveryFaults.WELCOME_LATE_AGAIN;
import static io.goldenpath.demo.platform.DemoExtension.CODE;
import static io.goldenpath.demo.platform.DemoExtension.QUESTION;
import static io.goldenpath.demo.platform.DemoExtension.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.time.Stopwatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a user fares who comes back. */
@EnabledIfSystemProperty(
    named = "thorough",
    matches = "true",
    disabledReason = "takes a minute: in profile thorough, for RecoveryIT plays the same faults")
class ReconnectFaultIT {

  private static final long QUIET = 900;
  private static final long END_WITHIN = 400;
  private static final long USUAL_WELCOME_MILLIS = 1000;
  private static final long LATE_WELCOME_MILLIS = 1150;
  private static final long LATEST_WELCOME_MILLIS = 2000;
  private static final int SERVICE_UNAVAILABLE = 503;

  @RegisterExtension static final DemoExtension demo = DemoExtension.manyUsers();

  /** Each test has a user of its own, who has not been here before. */
  private final int account = demo.newcomer();

  @Test
  void welcomesLateWhoComesBack() throws Exception {
    demo.faults().switchOn(WELCOME_LATE_AGAIN);

    assertThat(millisUntilWelcome()).isLessThan(USUAL_WELCOME_MILLIS);
    assertThat(millisUntilWelcome()).isBetween(LATE_WELCOME_MILLIS, LATEST_WELCOME_MILLIS);
  }

  @Test
  void refusesTheUpgradeOfWhoComesBack() throws Exception {
    demo.faults().switchOn(REFUSES_AGAIN);
    String token = DemoHttpClient.token(demo.platform(), demo.accounts().number(account));
    TestClient.bearing(demo.platform(), token).close();

    assertThat(TestClient.refusal(demo.platform(), token)).isEqualTo(SERVICE_UNAVAILABLE);
    demo.faults().switchOff();
    demo.welcomed(account).close();
  }

  @Test
  void shutsOutWhoComesBack() throws Exception {
    demo.faults().switchOn(SHUT_AGAIN);
    demo.welcomed(account).close();

    try (TestClient again = demo.connect(account)) {
      assertThat(again.story(END_WITHIN)).containsExactly("error", "end 1011");
    }
  }

  @Test
  void isDeafToWhoComesBack() throws Exception {
    demo.faults().switchOn(DEAF_AGAIN);
    try (TestClient first = demo.welcomed(account)) {
      assertThat(answer(first).text()).contains(CODE);
    }

    try (TestClient again = demo.welcomed(account)) {
      again.ask(QUESTION);
      again.send("{\"type\":\"ping\"}");
      assertThat(again.story(QUIET)).isEmpty();
    }
  }

  private long millisUntilWelcome() throws Exception {
    long before = Stopwatch.SYSTEM.nanos();
    demo.welcomed(account).close();
    return TimeUnit.NANOSECONDS.toMillis(Stopwatch.SYSTEM.nanos() - before);
  }
}
