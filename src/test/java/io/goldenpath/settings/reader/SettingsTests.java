package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ToolUse;
import io.goldenpath.model.probe.UserScript;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.settings.mistakes.SettingsException;
import io.goldenpath.settings.service.AccessSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What settings say, and what holds where they say nothing. */
class SettingsTests {

  private static final String SMALLEST =
      """
      goldenpath:
        targets:
          staging:
            login: { type: password, url: https://auth.example.com/login }
            socket: { url: wss://api.example.com/ws }
            users:
              - { email: a@example.com, password: "${PASSWORD}" }
      """;

  @Test
  void watchesTheDemoWhereNoTargetIsNamed() throws IOException {
    Settings settings = WrittenSettings.ofYaml("goldenpath: {}").settings();

    assertThat(settings.setups()).isEmpty();
    assertThat(settings.demo()).isTrue();
    assertThat(settings.location()).isEqualTo("local");
    assertThat(settings.access()).isEqualTo(AccessSettings.OPEN);
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void leavesTheDemoOutWhereATargetIsNamed() throws IOException {
    assertThat(WrittenSettings.ofYaml(SMALLEST).settings().demo()).isFalse();
    assertThat(WrittenSettings.ofYaml(SMALLEST + "  demo: { enabled: true }").settings().demo())
        .isTrue();
  }

  @Test
  void walksTheGoldenPathEachMinuteWhereNoJourneyIsNamed() throws IOException {
    Probe probe = only(SMALLEST);

    assertThat(probe.id()).hasToString("staging/golden-path");
    assertThat(probe.cadence().period()).contains(Duration.ofMinutes(1));
    assertThat(probe.cadence().timeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(probe.limits()).isEqualTo(TimeLimits.DEFAULTS);
    assertThat(probe.script()).isEqualTo(UserScript.DEFAULTS);
    assertThat(probe.target().rateLimits()).isEqualTo(RateLimits.DEFAULTS);
    assertThat(probe.target().dialect()).isEqualTo("agent-events");
    assertThat(probe.target().contract()).isEqualTo("default");
    assertThat(probe.events()).isEqualTo(Contract.DEFAULT.eventNames());
  }

  @Test
  void hasTheLimitsOfTheManual() {
    TimeLimits limits = TimeLimits.DEFAULTS;

    assertThat(limits.login()).isEqualTo(seconds(2, 5));
    assertThat(limits.connect()).isEqualTo(seconds(2, 5));
    assertThat(limits.welcome()).isEqualTo(seconds(5, 10));
    assertThat(limits.firstEvent()).isEqualTo(seconds(5, 10));
    assertThat(limits.gap()).isEqualTo(seconds(10, 20));
    assertThat(limits.tool()).isEqualTo(seconds(15, 25));
    assertThat(limits.answer()).isEqualTo(seconds(10, 30));
    assertThat(limits.close()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void hasThePlanAndMannersOfTheManual() {
    assertThat(UserScript.DEFAULTS)
        .isEqualTo(
            new UserScript(
                "Repeat the code {nonce} and tell me: what is {a} + {b}?",
                ToolUse.REQUIRED,
                Duration.ZERO,
                Duration.ofMillis(500),
                new JourneySpec.GoldenPath()));
    assertThat(RateLimits.DEFAULTS).isEqualTo(new RateLimits(3, 10));
  }

  @Test
  void triesInEachJourneyWhatTheManualSays() throws IOException {
    String three =
        SMALLEST.replace("\"${PASSWORD}\" }", "\"${PASSWORD}\", sessions: 3 }")
            + "      journeys: { isolation: { every: 5m }, recovery: { every: 10m }, refusal: { every: 2h } }";

    assertThat(WrittenSettings.ofYaml(three).settings().setups())
        .extracting(setup -> setup.probe().script().spec())
        .containsExactly(
            new JourneySpec.Isolation(2, 100, 0, false),
            new JourneySpec.Recovery(
                JourneySpec.DisconnectMode.CLIENT,
                "agent_thinking",
                JourneySpec.ReconnectStrategy.EITHER,
                List.of(JourneySpec.MalformedMessage.BROKEN_JSON),
                0,
                0),
            new JourneySpec.Refusal(List.of(JourneySpec.BadToken.values()), Map.of(), null));
  }

  @Test
  void timesOutBeforeTheNextRun() throws IOException {
    assertThat(journey("every: 20s").cadence().timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(journey("every: 5m").cadence().timeout()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void runsOnDemandOnly() throws IOException {
    Probe probe = journey("every: never, timeout: 90s");

    assertThat(probe.cadence().period()).isEmpty();
    assertThat(probe.cadence().timeout()).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void takesTheInnermostOfThreeLevelsKeyByKey() throws IOException {
    TimeLimits limits =
        only("""
        goldenpath:
          limits:
            login: { degraded: 1s, failed: 4s }
            connect: { degraded: 1s, failed: 4s }
            welcome: 7s
        """
                + SMALLEST.substring("goldenpath:\n".length())
                + """
                      limits:
                        login: { failed: 3s }
                        connect: 3s
                      journeys:
                        golden-path: { limits: { login: { degraded: 2s }, close: 1s } }
                """)
            .limits();

    assertThat(limits.login()).isEqualTo(seconds(2, 3));
    assertThat(limits.connect()).isEqualTo(TimeLimit.of(Duration.ofSeconds(3)));
    assertThat(limits.welcome()).isEqualTo(TimeLimit.of(Duration.ofSeconds(7)));
    assertThat(limits.gap()).isEqualTo(seconds(10, 20));
    assertThat(limits.close()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void dropsAnInheritedDegradedThatIsNotBelowFailed() throws IOException {
    TimeLimits limits = only(SMALLEST + "      limits: { login: { failed: 1s } }").limits();

    assertThat(limits.login()).isEqualTo(TimeLimit.of(Duration.ofSeconds(1)));
  }

  @Test
  void laysATargetsMannersOverThoseForAllKeyByKey() throws IOException {
    Probe probe =
        only(
            SMALLEST
                + """
                      manners: { connects: 20 }
                  manners: { connects: 5, logins: 4 }
                """);

    assertThat(probe.target().rateLimits()).isEqualTo(new RateLimits(4, 20));
  }

  @Test
  void waitsAndListensAsTheTargetSaysOrAllDo() throws IOException {
    Probe probe =
        only(
            SMALLEST
                + """
                      hold: 2s
                  hold: 1s
                  listen: 3s
                """);

    assertThat(probe.script().hold()).isEqualTo(Duration.ofSeconds(2));
    assertThat(probe.script().listen()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void warnsOfASecretThatIsWrittenOut() throws IOException {
    Settings settings =
        WrittenSettings.ofYaml(
                SMALLEST.replace("${PASSWORD}", "hunter2")
                    + "  access: { token: \"${PASSWORD}\" }\n")
            .settings();

    assertThat(settings.warnings())
        .singleElement()
        .hasToString(
            "goldenpath.targets.staging.users[0].password (written.yaml line 7): a secret is"
                + " written out here; take it from the environment, as in ${PASSWORD}");
  }

  @Test
  void leavesVariablesOfTheEnvironmentAlone() throws IOException {
    Settings settings =
        WrittenSettings.ofYaml(SMALLEST).with("GOLDENPATH_TOKEN", "of the API").settings();

    assertThat(settings.setups()).hasSize(1);
  }

  @Test
  void takesAKeyFromTheEnvironment() throws IOException {
    Settings settings =
        WrittenSettings.ofYaml(SMALLEST).with("GOLDENPATH_LOCATION", "eu-west-1").settings();

    assertThat(settings.location()).isEqualTo("eu-west-1");
  }

  @Test
  void tellsAllMistakesInOneMessage() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> WrittenSettings.ofYaml("goldenpath: { hold: 1, listen: 2 }").settings())
        .withMessage(
            """
            There are 2 mistakes in the settings:
              - goldenpath.hold (written.yaml line 1): a duration needs a unit, such as 500ms or\
             10s, but found '1'
              - goldenpath.listen (written.yaml line 1): a duration needs a unit, such as 500ms or\
             10s, but found '2'\
            """);
  }

  private static Probe journey(String keys) throws IOException {
    return only(SMALLEST + "      journeys: { golden-path: { " + keys + " } }");
  }

  private static Probe only(String yaml) throws IOException {
    List<ProbeSetup> setups = WrittenSettings.ofYaml(yaml).settings().setups();
    assertThat(setups).hasSize(1);
    return setups.getFirst().probe();
  }

  private static TimeLimit seconds(long degraded, long failed) {
    return new TimeLimit(Duration.ofSeconds(degraded), Duration.ofSeconds(failed));
  }
}
