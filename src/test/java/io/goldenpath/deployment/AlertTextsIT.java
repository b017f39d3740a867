package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.LiveMonitor;
import io.goldenpath.catalogue.fault.AdmissionFaults;
import io.goldenpath.catalogue.fault.ErrorFaults;
import io.goldenpath.catalogue.fault.FirstFaults;
import io.goldenpath.catalogue.fault.LoginFaults;
import io.goldenpath.catalogue.fault.RecoveryFaults;
import io.goldenpath.catalogue.fault.RefusalFaults;
import io.goldenpath.catalogue.fault.SilenceFaults;
import io.goldenpath.catalogue.fault.UpgradeFaults;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.DemoScope;
import io.goldenpath.demo.platform.DemoSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Targets that break, each in its own way, and what a live Alertmanager says to the person whom
 * they wake: stage and cause from the text alone. In profile thorough all of them, else every
 * fifth.
 */
class AlertTextsIT {

  private static final Duration SOON = Duration.ofMinutes(4);
  private static final String NO_CONNECTION = "users get no connection";
  private static final String NO_ANSWER = "users get no answer";
  private static final String BAD_ANSWER = "users get a bad answer";
  private static final String OTHER_EVENTS = "users get an answer, but not its events as promised";

  private static final List<BrokenTarget> ALL =
      List.of(
          BrokenTarget.down(
              "login-denied",
              FirstFaults.LOGIN_DENIED,
              "users cannot log in",
              "login_refused in login: the login says no to the account"),
          BrokenTarget.down(
              "login-broken",
              LoginFaults.LOGIN_BROKEN,
              "users cannot log in",
              "login_failed in login"),
          BrokenTarget.down(
              "forbidden",
              FirstFaults.UPGRADE_FORBIDDEN,
              NO_CONNECTION,
              "upgrade_refused in connect: the WebSocket upgrade is answered with an HTTP error"),
          BrokenTarget.down(
              "bad-gateway",
              UpgradeFaults.UPGRADE_BAD_GATEWAY,
              NO_CONNECTION,
              "upgrade_refused in connect"),
          BrokenTarget.unreachable("nowhere", "ws://nowhere.invalid/ws", "dns_failed in connect"),
          BrokenTarget.down(
              "auth-service",
              AdmissionFaults.AUTH_SERVICE_DOWN,
              NO_CONNECTION,
              "auth_refused in welcome: the socket rejects the user whom the login let in"),
          BrokenTarget.unreachable("no-port", "ws://127.0.0.1:1/ws", "connect_failed in connect"),
          BrokenTarget.down(
              "no-welcome",
              FirstFaults.SILENT_AFTER_UPGRADE,
              NO_CONNECTION,
              "welcome_missing in welcome"),
          BrokenTarget.down(
              "cut-early", AdmissionFaults.CUT_BEFORE_WELCOME, NO_CONNECTION, "dropped in welcome"),
          BrokenTarget.down(
              "stalled",
              SilenceFaults.STALLED_IN_TOOL,
              NO_ANSWER,
              "stalled in events: the agent begins, and then no more events come"),
          BrokenTarget.down(
              "silent",
              FirstFaults.SILENT_AFTER_MESSAGE,
              NO_ANSWER,
              "silent in events: the question is sent and the connection lives"),
          BrokenTarget.down("cut-off", FirstFaults.DROPPED_MID_RUN, NO_ANSWER, "dropped in events"),
          BrokenTarget.down("quota", ErrorFaults.QUOTA_EXCEEDED, NO_ANSWER, "shed in events"),
          BrokenTarget.down(
              "agent-error", FirstFaults.ERROR_MESSAGE, NO_ANSWER, "error_event in events"),
          BrokenTarget.down(
              "order", FirstFaults.THOUGHT_BEFORE_START, OTHER_EVENTS, "out_of_order in events"),
          BrokenTarget.down(
              "no-tool",
              FirstFaults.NO_TOOL_EXECUTING,
              OTHER_EVENTS,
              "the rarest first:\n- tool_executing: "),
          BrokenTarget.down(
              "wrong-sum", FirstFaults.WRONG_SUM, BAD_ANSWER, "wrong_answer in answer"),
          BrokenTarget.down(
              "empty", FirstFaults.EMPTY_ANSWER, BAD_ANSWER, "empty_answer in answer"),
          BrokenTarget.down("made-up", FirstFaults.FABRICATED, BAD_ANSWER, "fabricated in "),
          BrokenTarget.down(
                  "recovery",
                  RecoveryFaults.REFUSES_AGAIN,
                  "the recovery journey fails with no connection",
                  "upgrade_refused in ")
              .on("recovery: { every: 10s, timeout: 10s }")
              .alerting("GoldenPathJourneyFailing"),
          BrokenTarget.down(
                  "leak",
                  FirstFaults.STRANGERS_ID_ON_TOP,
                  "one user is shown what belongs to another",
                  "leak_identity in ")
              .alerting("GoldenPathLeak"),
          BrokenTarget.down(
                  "intruder",
                  RefusalFaults.ADMITS_GARBAGE,
                  "somebody without a valid token was let in",
                  "by the refusal journey")
              .on("refusal: { every: 10s, timeout: 10s, tokens: [garbage] }")
              .alerting("GoldenPathIntruderAccepted"),
          BrokenTarget.down(
                  "repeats",
                  FirstFaults.TWICE_THINKING,
                  "answers come, but the platform is not well",
                  "duplicate_event in events: the same agent event comes again")
              .alerting("GoldenPathDegraded"),
          BrokenTarget.down(
                  "slow", FirstFaults.SLOW, "answers come, but too slowly", "late_event in events")
              .with("limits: { gap: { degraded: 300ms, failed: 4s }, tool: 4s, first-event: 4s }")
              .alerting("GoldenPathSlow"));

  private final List<BrokenTarget> targets = choice();

  @SuppressWarnings("NullAway.Init")
  private DemoPlatform demo;

  @SuppressWarnings("NullAway.Init")
  private LiveMonitor monitor;

  @SuppressWarnings("NullAway.Init")
  private AlertPipeline alerts;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    ExternalProgram.named("prometheus");
    ExternalProgram.named("prometheus-alertmanager");
    demo = DemoPlatform.start(0, new DemoSetup(targets.size(), 7));
    monitor = LiveMonitor.start(arguments(folder));
    alerts = AlertPipeline.start(folder, monitor.base());
    long good = targets.stream().filter(target -> target.fault() != null).count();
    await()
        .atMost(SOON)
        .until(() -> alerts.prometheus().now("probe_success == 1").stream().count() == good);
    breakThem();
  }

  private void breakThem() {
    for (int i = 0; i < targets.size(); i++) {
      DemoBehaviour fault = targets.get(i).fault();
      if (fault != null) {
        DemoScope user = DemoScope.user(demo.accounts().number(i + 1).email());
        boolean ofStrangers = fault.equals(RefusalFaults.ADMITS_GARBAGE);
        demo.faults().switchOn(fault, ofStrangers ? DemoScope.EVERYBODY : user);
      }
    }
  }

  @AfterEach
  void stop() {
    alerts.close();
    monitor.close();
    demo.close();
  }

  @Test
  void tellStageAndCause() {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(targets).allSatisfy(this::isTold));
    targets.forEach(target -> print(said(target).orElseThrow()));

    monitor.close();
    List<AlertReceiver.ReceivedAlert> gone =
        await()
            .atMost(SOON)
            .until(
                () -> alerts.receiver().pages("GoldenPathMonitorGone", "firing"),
                pages -> !pages.isEmpty());
    print(gone.getFirst());
    assertThat(gone.getFirst().summary())
        .isEqualTo("The golden path monitor in here is gone; its targets are watched by nobody");
  }

  private void isTold(BrokenTarget target) {
    assertThat(said(target))
        .as(target.name())
        .hasValueSatisfying(page -> {
          assertThat(page.summary()).startsWith(target.name() + ": " + target.summary());
          assertThat(page.summary() + "\n" + page.description()).contains(target.found());
        });
  }

  /** The last that was said, for a first notification may come before all is counted. */
  private Optional<AlertReceiver.ReceivedAlert> said(BrokenTarget target) {
    return alerts.receiver().pages(target.alert(), "firing").stream()
        .filter(page -> page.target().equals(target.name()))
        .reduce((_, last) -> last);
  }

  private static void print(AlertReceiver.ReceivedAlert page) {
    System.out.printf(
        "%n[%s, %s] %s%n%s%n", page.alert(), page.severity(), page.summary(), page.description());
  }

  private static List<BrokenTarget> choice() {
    List<BrokenTarget> chosen = new ArrayList<>();
    for (int i = 0; i < ALL.size(); i += Boolean.getBoolean("thorough") ? 1 : 5) {
      chosen.add(ALL.get(i));
    }
    return chosen;
  }

  private String[] arguments(Path folder) throws IOException {
    StringBuilder yaml =
        new StringBuilder(
            """
            goldenpath:
              location: here
              limits: { login: 2s, connect: 2s, welcome: 1500ms, first-event: 2s, gap: 2s, tool: 2s, answer: 4s, close: 500ms }
              manners: { logins: 600, connects: 600 }
              demo: { enabled: false }
              targets:
            """);
    List<String> passwords = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      yaml.append(target(i).indent(4));
      passwords.add("--PASSWORD_" + i + "=" + demo.accounts().number(i + 1).password());
    }
    Path config = Files.writeString(folder.resolve("application.yaml"), yaml);
    return Stream.concat(
            Stream.of("--spring.config.additional-location=file:" + config), passwords.stream())
        .toArray(String[]::new);
  }

  private String target(int i) {
    BrokenTarget target = targets.get(i);
    return """
    %s:
      login: { type: password, url: 'http://127.0.0.1:%d/demo/auth/login' }
      socket: { url: '%s' }
      users: [ { email: %s, password: '${PASSWORD_%d}' } ]
    %s\
    """
        .formatted(
            target.name(),
            demo.port(),
            Optional.ofNullable(target.socket())
                .orElse("ws://127.0.0.1:" + demo.port() + "/demo/ws"),
            demo.accounts().number(i + 1).email(),
            i,
            target.settings().indent(2));
  }
}
