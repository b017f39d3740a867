package io.goldenpath.demo.platform;

import static io.goldenpath.demo.platform.DemoExtension.CODE;
import static io.goldenpath.demo.platform.DemoExtension.EVENTS;
import static io.goldenpath.demo.platform.DemoExtension.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.demo.platform.TestClient.Seen;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.script.DemoActivity.Kind;
import io.goldenpath.model.time.Stopwatch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The platform when nothing is wrong with it. */
class DemoPlatformIT {

  private static final long QUIET = 700;
  private static final long LONGER_QUIET = 900;
  private static final int LARGEST_MESSAGE = 8192;
  private static final long FIRST_EVENT_NANOS = 2_000_000_000;
  private static final long LONGEST_PAUSE_NANOS = 2_000_000_000;
  private static final long LEAST_VARIATION_NANOS = 30_000_000;
  private static final long SHORTEST_RUN_NANOS = 500_000_000;
  private static final long LONGEST_RUN_NANOS = 5_000_000_000L;
  private static final long SHORTEST_BEAT_NANOS = 2_000_000_000L;
  private static final long LONGEST_BEAT_NANOS = 6_000_000_000L;

  @RegisterExtension static final DemoExtension demo = new DemoExtension();

  @Test
  void walksTheGoldenPath() throws Exception {
    DemoAccount account = demo.accounts().number(1);
    try (TestClient client = TestClient.connect(demo.platform(), account)) {
      JsonNode welcome = client.await("system_message").json();
      long sent = Stopwatch.SYSTEM.nanos();
      client.ask(QUESTION);
      List<Seen.Text> events = client.texts(QUIET);

      assertThat(welcome.at("/data/event").stringValue()).isEqualTo("connection_established");
      assertThat(welcome.at("/data/user_id").stringValue()).isEqualTo(account.id());
      assertThat(welcome.at("/data/connection_ready").booleanValue()).isTrue();
      assertThat(welcome.at("/data/config/max_message_size").intValue()).isEqualTo(LARGEST_MESSAGE);
      assertThat(events)
          .extracting(event -> event.json().path("type").stringValue())
          .isEqualTo(EVENTS);
      assertThat(events)
          .extracting(event -> event.json().path("run_id").stringValue())
          .doesNotContainNull();
      assertThat(events.stream().map(event -> event.json().path("run_id")).distinct()).hasSize(1);
      assertThat(events.getLast().json().at("/payload/result").stringValue())
          .contains(CODE)
          .contains("= 42.");
      assertBelievablePace(sent, events);
    }
  }

  private static void assertBelievablePace(long sent, List<Seen.Text> events) {
    long before = sent;
    long shortest = Long.MAX_VALUE;
    long longest = 0;
    for (Seen.Text event : events) {
      shortest = Math.min(shortest, event.nanos() - before);
      longest = Math.max(longest, event.nanos() - before);
      before = event.nanos();
    }
    assertThat(events.getFirst().nanos() - sent).isLessThan(FIRST_EVENT_NANOS);
    assertThat(longest).isLessThan(LONGEST_PAUSE_NANOS);
    assertThat(longest - shortest).isGreaterThan(LEAST_VARIATION_NANOS);
    assertThat(before - sent).isBetween(SHORTEST_RUN_NANOS, LONGEST_RUN_NANOS);
  }

  @Test
  void keepsUsersApart() throws Exception {
    try (TestClient ada = demo.connect(1);
        TestClient ben = demo.connect(2)) {
      ada.await("system_message");
      ben.await("system_message");
      ada.ask("Repeat the code ADADA and tell me: what is 1 + 2?");
      ben.ask("Repeat the code BENBE and tell me: what is 30 + 40?");
      String adas = String.join("\n", ada.texts(QUIET).stream().map(Seen.Text::text).toList());
      String bens = String.join("\n", ben.texts(QUIET).stream().map(Seen.Text::text).toList());

      assertThat(adas)
          .contains("ADADA", "= 3.")
          .doesNotContain("BENBE", demo.accounts().number(2).id());
      assertThat(bens)
          .contains("BENBE", "= 70.")
          .doesNotContain("ADADA", demo.accounts().number(1).id());
    }
  }

  @Test
  void tellsOfSeveralAgentsWhenAskedTo() throws Exception {
    try (TestClient client = demo.connect(1)) {
      client.await("system_message");
      client.ask("With several agents, please: repeat the code KWXQZ, and what is 17 + 25?");
      List<JsonNode> events = client.texts(QUIET).stream().map(Seen.Text::json).toList();

      assertThat(events)
          .filteredOn(event -> event.path("type").stringValue().equals("agent_completed"))
          .extracting(event -> event.path("agent_name").stringValue())
          .containsExactly("triage", "reporting", "supervisor");
      assertThat(events.getFirst().path("agent_name").stringValue()).isEqualTo("supervisor");
      assertThat(events.getLast().at("/payload/result").stringValue()).contains(CODE, "= 42.");
    }
  }

  @Test
  void survivesWhateverIsSaid() throws Exception {
    try (TestClient client = demo.connect(1)) {
      client.await("system_message");

      client.send("{\"type\":");
      assertThat(client.await("error_message").text()).contains("FORMAT_ERROR", "Invalid JSON: ");
      client.send("[1,2]");
      client.send(
          "{\"type\":\"user_message\",\"content\":\"" + "x".repeat(LARGEST_MESSAGE) + "\"}");
      client.send("{\"type\":\"user_message\",\"payload\":{\"content\":\" \"}}");
      assertThat(client.story(LONGER_QUIET)).isEmpty();
      client.send("{\"type\":\"agent_execute\"}");
      assertThat(client.await("ack").json().path("received_type").stringValue())
          .isEqualTo("agent_execute");
      client.send("{\"type\":\"heartbeat\"}");
      assertThat(client.await("heartbeat_ack").json().at("/data/status").stringValue())
          .isEqualTo("healthy");
      client.send("{\"type\":\"ping\"}");
      assertThat(client.await("pong").json().at("/data/user_id").stringValue())
          .isEqualTo(demo.accounts().number(1).id());
    }
  }

  @Test
  void beatsItsHeart() throws Exception {
    try (TestClient client = demo.connect(1)) {
      long first = client.await("ping").nanos();
      long second = client.await("ping").nanos();

      assertThat(second - first).isBetween(SHORTEST_BEAT_NANOS, LONGEST_BEAT_NANOS);
    }
  }

  @Test
  void notesWhatItsOperatorSees() throws Exception {
    DemoAccount account = demo.accounts().number(5);
    try (TestClient client = TestClient.connect(demo.platform(), account)) {
      client.await("system_message");
      client.send("{\"type\":\"pong\"}");
    }
    String mail = account.email();

    await()
        .untilAsserted(
            () -> assertThat(demo.log().details(Kind.CLOSED, mail)).containsExactly("1000"));
    assertThat(demo.log().details(Kind.LOGIN, mail)).hasSize(1);
    assertThat(demo.log().details(Kind.CONNECTED, mail)).hasSize(1);
    assertThat(demo.log().details(Kind.MESSAGE, mail)).containsExactly("pong");
    assertThat(demo.log().details(Kind.UPGRADE, mail).getFirst())
        .containsIgnoringCase("authorization");
    assertThat(demo.log().entries().toString()).doesNotContain(account.password(), "eyJ");
  }
}
