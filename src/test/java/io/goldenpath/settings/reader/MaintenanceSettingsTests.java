package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.settings.mistakes.Mistake;
import io.goldenpath.settings.mistakes.SettingsException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaintenanceSettingsTests {

  private static final String TARGET = "goldenpath.targets.staging.";
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void holdsForItsLevelAndAllBeneath() throws IOException {
    List<Probe> probes =
        probes(
            """
            goldenpath:
              maintenance:
                - { from: 2026-12-01T22:00, to: 2026-12-01T23:00, zone: Europe/Berlin, why: move }
              targets:
                staging:
                  login: { type: none }
                  socket: { url: wss://api.example.com/ws }
                  maintenance:
                    - { cron: "0 0 2 * * SUN", for: 1h, zone: Europe/Berlin, why: patch window }
                  journeys:
                    golden-path:
                      maintenance:
                        - { from: "2026-11-30T00:00:00+01:00", to: 2026-11-30T00:00:00Z }
                    refusal: { every: never }
            """
                .replace("type: none", "type: token")
                .replace("/ws }", "/ws }\n      users: [ { token: abc } ]"));

    MaintenanceWindow move = window("2026-12-01T21:00:00Z", "2026-12-01T22:00:00Z", "move");
    MaintenanceWindow patch =
        window("2026-11-29T01:00:00Z", "2026-11-29T02:00:00Z", "patch window");
    MaintenanceWindow own =
        window("2026-11-29T23:00:00Z", "2026-11-30T00:00:00Z", "planned maintenance");
    assertThat(next(probes.getFirst())).containsExactly(move, patch, own);
    assertThat(next(probes.getLast())).containsExactly(move, patch);
  }

  @Test
  void isOverWhenItIsOver() throws IOException {
    Probe probe =
        probes(
                """
                goldenpath:
                  targets:
                    staging:
                      login: { type: none }
                      socket: { url: wss://api.example.com/ws }
                      maintenance: [ { from: 2026-11-24T10:00Z, to: 2026-11-24T12:00Z } ]
                """)
            .getFirst();

    assertThat(next(probe)).isEmpty();
  }

  @Test
  void tellsAllItsMistakesAtOnceAndBesideAnyOther() throws IOException {
    WrittenSettings written =
        WrittenSettings.ofYaml(
            """
            goldenpath:
              maintenance:
                - { from: never, to: 2026-12-01T23:00, zone: Mars/Crater }
                - { from: 2026-12-01T23:00, to: 2026-12-01T22:00, zone: Mars/Crater }
              targets:
                staging:
                  login: { type: none }
                  socket: { url: "https://api.example.com/ws" }
                  limits: { gap: 5 }
                  maintenance:
                    - { cron: "0 2 * * SUN", for: 90d, zone: Mars/Crater }
                    - { cron: "0 0 2 * * *", for: 2 }
                    - { cron: "0 0 2 * * *", from: 2026-12-01T22:00 }
                  journeys:
                    golden-path: { every: 1ms, maintenance: [ { cron: "0 0 2 * * *" } ] }
                    isolation: { maintenance: [ { cron: "0 0 2 * * *", until: 1h } ] }
            """);

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(written::settings)
        .satisfies(refused ->
            assertThat(refused.mistakes())
                .extracting(Mistake::key)
                .containsExactly(
                    "goldenpath.maintenance[0].zone",
                    "goldenpath.maintenance[0].from",
                    "goldenpath.maintenance[1].zone",
                    "goldenpath.maintenance[1].to",
                    TARGET + "socket.url",
                    TARGET + "limits.gap",
                    TARGET + "maintenance[0].zone",
                    TARGET + "maintenance[0].cron",
                    TARGET + "maintenance[0].for",
                    TARGET + "maintenance[1].for",
                    TARGET + "maintenance[2]",
                    TARGET + "journeys.golden-path.maintenance[0].for",
                    TARGET + "journeys.golden-path.every",
                    TARGET + "journeys.isolation.maintenance[0].until",
                    TARGET + "journeys.isolation.maintenance[0].for"));
  }

  private static List<Probe> probes(String yaml) throws IOException {
    return WrittenSettings.ofYaml(yaml).settings().setups().stream()
        .map(ProbeSetup::probe)
        .toList();
  }

  private static List<MaintenanceWindow> next(Probe probe) {
    return probe.serviceLevel().maintenance().stream()
        .flatMap(plan -> plan.currentOrNext(NOON).stream())
        .toList();
  }

  private static MaintenanceWindow window(String from, String until, String why) {
    return new MaintenanceWindow(Instant.parse(from), Instant.parse(until), why);
  }
}
