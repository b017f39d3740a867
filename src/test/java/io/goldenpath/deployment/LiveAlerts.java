package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator is told while a target breaks and recovers: pages, and nothing else. */
@ExtendWith(Incident.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveAlerts {

  @SuppressWarnings("NullAway.Init")
  private LiveStack stack;

  @BeforeAll
  void look(Incident incident) {
    stack = incident.stack();
  }

  @Test
  void wakesSomebodyWithWordsThatHelp() {
    assertThat(Incident.down(stack, "firing").getFirst())
        .satisfies(receivedAlert -> {
          assertThat(receivedAlert.target()).isEqualTo("shop");
          assertThat(receivedAlert.severity()).isEqualTo("critical");
          assertThat(receivedAlert.summary())
              .matches(
                  "shop: users get an answer, but not its events as promised"
                      + " \\(missing_event in events\\); the last \\d+ attempts failed");
          assertThat(receivedAlert.description())
              .contains(
                  "Seen from here. Last success: 20",
                  "- missing_event in events: a promised agent event never comes",
                  "the rarest first:\n- tool_executing: ");
          assertThat(receivedAlert.page())
              .isEqualTo("http://localhost:8080/targets/shop/golden-path");
        });
  }

  @Test
  void wakesNobodyOverTheTargetsThatAreWell() {
    assertThat(stack.alertReceiver.pages())
        .filteredOn(receivedAlert -> receivedAlert.severity().equals("critical"))
        .filteredOn(receivedAlert -> !receivedAlert.alert().equals("GoldenPathTokenExpiring"))
        .extracting(AlertReceiver.ReceivedAlert::alert, AlertReceiver.ReceivedAlert::target)
        .containsOnly(tuple("GoldenPathDown", "shop"));
  }

  @Test
  void tellsItWithoutPrometheusToo() throws InterruptedException {
    assertThat(stack.told.bodies())
        .filteredOn(message -> message.at("/incidents/0/target").asString().equals("shop"))
        .satisfiesExactly(
            message -> {
              assertThat(message.path("event").asString()).isEqualTo("opened");
              assertThat(message.at("/text/title").asString())
                  .startsWith("DOWN: shop/golden-path: ");
              assertThat(message.at("/text/body").asString())
                  .contains(
                      "Step: events (",
                      "Release: 1.8.3",
                      "Seen from: here",
                      "Probe: http://monitor.example.com/targets/shop/golden-path");
            },
            message -> assertThat(message.path("event").asString()).isEqualTo("resolved"));
  }

  @Test
  void takesUpAChangedConfigMapAndKeepsItsCounts() throws IOException, InterruptedException {
    assertThat(Incident.annex(stack)).isNotEmpty();
    assertThat(stack.prometheus.now("resets(goldenpath_runs_total[10m]) > 0")).isEmpty();
  }

  @Test
  void servesARunbookThatABrowserShows() throws IOException, InterruptedException {
    assertThat(stack.monitor.get("/runbooks/golden-path-down.md"))
        .satisfies(reply -> {
          assertThat(reply.statusCode()).isEqualTo(200);
          assertThat(reply.headers().firstValue("Content-Type"))
              .hasValue("text/plain;charset=UTF-8");
          assertThat(reply.body()).startsWith("# GoldenPathDown");
        });
  }

  @Test
  void helmTestFindsEveryTargetWatched() throws Exception {
    List<String> arguments =
        stack.manifests().the(Pod.class).getSpec().getInitContainers().getFirst().getArgs();
    List<String> paths =
        arguments.stream().skip(1).map(address -> URI.create(address).getPath()).toList();

    assertThat(arguments.getFirst()).isEqualTo("health");
    assertThat(paths)
        .contains(
            "/targets/annex/golden-path",
            "/targets/kiosk/golden-path",
            "/targets/lab/golden-path",
            "/targets/shop/golden-path");
    for (String path : paths) {
      assertThat(stack.monitor.get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(stack.monitor.get("/targets/nowhere/golden-path").statusCode()).isEqualTo(404);
  }
}
