package io.goldenpath.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.incident.Incident.Acknowledgement;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a person reads who is woken by it. */
class MessageTextIT {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Probe shop =
      SampleRuns.labelled(SampleRuns.probe("shop"), Map.of("team", "search", "tier", "1"));
  private final Probe lab = SampleRuns.probe("lab");
  private TellingServer server;
  private NotifierUnderTest monitor;

  @BeforeEach
  void start() throws IOException {
    server = new TellingServer(200, "ok");
    monitor =
        NotifierUnderTest.of(
            NotifierUnderTest.written(
                """
                page: https://gp.example.com
                remind: 30m
                receivers: { hook: { webhook: { url: '%s' } } }
                """
                    .formatted(server.url("/hook"))),
            shop,
            lab);
  }

  @AfterEach
  void stop() {
    monitor.close();
    server.close();
  }

  @Test
  void saysWhatBrokeWhereSinceWhenInWhichReleaseAndWhereToLook() throws Exception {
    monitor.bad(shop);
    String id = monitor.board.incidents().getFirst().id();
    monitor.advance(MINUTE);

    assertThat(told())
        .containsExactly(
            """
            DOWN: shop/golden-path: agent_thinking never came
            shop/golden-path has been down since 12:00 UTC (10 s): agent_thinking never came.
            Step: events (missing_event)
            Since: 12:00 UTC (10 s)
            Release: 1.8.3
            Bad runs: 1
            Seen from: eu-west-1
            Labels: team=search, tier=1
            Acknowledge: POST {"who": "…", "why": "…"} to https://gp.example.com/api/incidents/%s/ack
            Probe: https://gp.example.com/targets/shop/golden-path
            Last bad run: https://gp.example.com/runs/run-1\
            """
                .formatted(id));
  }

  @Test
  void saysWhatItIsNowAndWhatItBeganWith() throws Exception {
    monitor.bad(shop);
    monitor.advance(MINUTE);
    monitor.otherwiseBad(shop);
    monitor.advance(MINUTE);

    assertThat(told().getLast())
        .startsWith(
            """
            NOW DOWN: shop/golden-path: nothing came for 1200 ms after agent_thinking
            shop/golden-path is now down: nothing came for 1200 ms after agent_thinking. It has not \
            been well since 12:00 UTC (70 s).
            Step: events (stalled)
            Since: 12:00 UTC (70 s)
            Release: 1.8.3
            It began with: agent_thinking never came, at 12:00 UTC in run run-1
            Bad runs: 2
            """)
        .endsWith(
            """
            Last bad run: https://gp.example.com/runs/run-2
            First bad run: https://gp.example.com/runs/run-1\
            """);
  }

  @Test
  void remindsOfWhatNobodyHasAcknowledged() throws Exception {
    monitor.bad(shop);
    monitor.advance(Duration.ofMinutes(40));

    assertThat(told().getLast())
        .startsWith(
            """
            STILL DOWN: shop/golden-path: agent_thinking never came
            shop/golden-path has been down since 12:00 UTC (30 min): agent_thinking never came. \
            Nobody has acknowledged it.
            """);
  }

  @Test
  void saysWhoTakesCareAndThatItIsOver() throws Exception {
    monitor.bad(shop);
    monitor.advance(MINUTE);
    monitor.board.acknowledge(
        monitor.board.incidents().getFirst().id(),
        new Acknowledgement("ann", "rolling 1.8.3 back", monitor.now));
    monitor.advance(MINUTE);
    monitor.good(shop);
    monitor.advance(MINUTE);

    List<String> told = told();
    assertThat(told.get(1))
        .startsWith(
            """
            ACKNOWLEDGED: shop/golden-path: agent_thinking never came
            shop/golden-path has been down since 12:00 UTC (70 s). ann acknowledged it at 12:01 UTC: \
            rolling 1.8.3 back.
            """)
        .doesNotContain("Acknowledge: ");
    assertThat(told.get(2))
        .startsWith(
            """
            RESOLVED: shop/golden-path is up again after 2 min
            shop/golden-path has been up again since 12:02 UTC. It was down for 2 min: agent_thinking \
            never came.
            Step: events (missing_event)
            Lasted: from 12:00 UTC to 12:02 UTC (2 min)
            """)
        .contains("Acknowledged: ann acknowledged it at 12:01 UTC: rolling 1.8.3 back")
        .doesNotContain("Acknowledge: ");
  }

  @Test
  void namesAllThatBrokeTogetherWithStepAndRelease() throws Exception {
    monitor.bad(lab);
    monitor.bad(shop);
    monitor.advance(MINUTE);

    assertThat(told())
        .containsExactly(
            """
            DOWN: 2 probes are down: lab/golden-path, shop/golden-path
            lab/golden-path has been down since 12:00 UTC (10 s): agent_thinking never came. Step: \
            events (missing_event). Release: 1.8.3.
            shop/golden-path has been down since 12:00 UTC (10 s): agent_thinking never came. Step: \
            events (missing_event). Release: 1.8.3.
            Seen from: eu-west-1
            Acknowledge: POST {"who": "…", "why": "…"} to https://gp.example.com/api/incidents/ID/ack, \
            for each ID of https://gp.example.com/api/incidents?open=true
            Status page: https://gp.example.com
            lab/golden-path: https://gp.example.com/targets/lab/golden-path
            shop/golden-path: https://gp.example.com/targets/shop/golden-path\
            """);
  }

  @Test
  void saysThatItIsWatchedNoLonger() throws Exception {
    monitor.bad(shop);
    monitor.advance(MINUTE);
    monitor.watch(lab);
    monitor.advance(MINUTE);

    assertThat(told().getLast())
        .startsWith(
            """
            RESOLVED: shop/golden-path is no longer watched after 60 s
            shop/golden-path has not been watched since 12:01 UTC. It was down for 60 s: \
            agent_thinking never came.
            """);
  }

  @Test
  void doesNotSayThatItIsDownWhereItIsOverWhenItIsToldFirst() throws Exception {
    monitor.bad(shop);
    monitor.now = monitor.now.plusSeconds(5);
    monitor.good(shop);
    monitor.advance(MINUTE);

    assertThat(told().getFirst())
        .contains("shop/golden-path was down from 12:00 UTC on, for 6 s: agent_thinking");
  }

  private List<String> told() throws InterruptedException {
    return server.bodies().stream().map(MessageTextIT::words).toList();
  }

  private static String words(JsonNode message) {
    return message.at("/text/title").asString() + "\n" + message.at("/text/body").asString();
  }
}
