package io.goldenpath.demo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSObject;
import io.goldenpath.demo.platform.TestClient.Seen;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.user.DemoAccount;
import io.goldenpath.demo.user.DemoLog.Kind;
import io.goldenpath.model.time.Stopwatch;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The platform when nothing is wrong with it. */
class DemoPlatformIT {

  private static final String QUESTION = "Repeat the code KWXQZ and tell me: what is 17 + 25?";
  private static final List<String> FIVE =
      List.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

  @SuppressWarnings("NullAway.Init")
  private static DemoPlatform demo;

  @BeforeAll
  static void start() {
    demo = DemoPlatform.start(0);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void issuesTokensOfTheAccountsThatLogIn() throws Exception {
    DemoAccount account = demo.accounts().number(1);

    JsonNode reply = DemoJson.MAPPER.readTree(TestClient.login(demo, account).body());

    assertThat(reply.path("token_type").stringValue()).isEqualTo("Bearer");
    assertThat(reply.path("expires_in").intValue()).isEqualTo(900);
    assertThat(reply.at("/user/id").stringValue()).isEqualTo(account.id());
    assertThat(reply.at("/user/email").stringValue()).isEqualTo(account.email());
    Map<String, Object> claims =
        JWSObject.parse(reply.path("access_token").stringValue()).getPayload().toJSONObject();
    assertThat(claims).containsKeys("exp", "iat", "jti").containsEntry("sub", account.id());
  }

  @Test
  void refusesLoginsInTheReferencePlatformsWords() throws Exception {
    String wrong = "{\"email\":\"probe-1@demo.example\",\"password\":\"no\"}";

    assertThat(TestClient.post(demo, "/demo/auth/login", wrong))
        .satisfies(reply -> assertThat(reply.statusCode()).isEqualTo(401))
        .satisfies(
            reply -> assertThat(reply.body()).isEqualTo("{\"detail\":\"Invalid credentials\"}"));
    for (String bad : List.of("", "[]", "{\"email\":7,\"password\":\"x\"}", "{\"email\"")) {
      assertThat(TestClient.post(demo, "/demo/auth/login", bad).statusCode()).isEqualTo(422);
    }
  }

  @Test
  void walksTheGoldenPath() throws Exception {
    DemoAccount account = demo.accounts().number(1);
    try (TestClient client = TestClient.connect(demo, account)) {
      JsonNode welcome = client.await("system_message").json();
      long sent = Stopwatch.SYSTEM.nanos();
      client.ask(QUESTION);
      List<Seen.Text> events = texts(client.untilQuiet(700));

      assertThat(welcome.at("/data/event").stringValue()).isEqualTo("connection_established");
      assertThat(welcome.at("/data/user_id").stringValue()).isEqualTo(account.id());
      assertThat(welcome.at("/data/connection_ready").booleanValue()).isTrue();
      assertThat(welcome.at("/data/config/max_message_size").intValue()).isEqualTo(8192);
      assertThat(events)
          .extracting(event -> event.json().path("type").stringValue())
          .isEqualTo(FIVE);
      assertThat(events)
          .extracting(event -> event.json().path("run_id").stringValue())
          .doesNotContainNull();
      assertThat(events.stream().map(event -> event.json().path("run_id")).distinct()).hasSize(1);
      assertThat(events.getLast().json().at("/payload/result").stringValue())
          .contains("KWXQZ")
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
    assertThat(events.getFirst().nanos() - sent).isLessThan(400_000_000);
    assertThat(longest).isLessThan(600_000_000);
    assertThat(longest - shortest).isGreaterThan(30_000_000);
    assertThat(before - sent).isBetween(600_000_000L, 1_600_000_000L);
  }

  @Test
  void acceptsTheTokenInEachCarrier() throws Exception {
    DemoAccount account = demo.accounts().number(2);
    String token = TestClient.token(demo, account);
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(token.getBytes(StandardCharsets.US_ASCII));

    try (TestClient header = TestClient.open(demo, "/demo/ws", "Authorization", "Bearer " + token);
        TestClient query = TestClient.open(demo, "/demo/ws?token=" + token);
        TestClient offer = TestClient.offering(demo, "/demo/ws", "jwt-auth", "jwt." + encoded)) {
      for (TestClient client : List.of(header, query, offer)) {
        assertThat(client.await("system_message").text()).contains(account.id());
      }
      assertThat(offer.subprotocol()).isEqualTo("jwt-auth");
      assertThat(header.subprotocol()).isEmpty();
    }
  }

  @Test
  void turnsAwayWhoeverHasNoGoodToken() throws Exception {
    String token = TestClient.token(demo, demo.accounts().number(1));
    String tampered = token.substring(0, token.length() - 4) + "AAAA";

    try (TestClient none = TestClient.open(demo, "/demo/ws");
        TestClient garbage = TestClient.open(demo, "/demo/ws?token=garbage");
        TestClient forged =
            TestClient.open(demo, "/demo/ws", "Authorization", "Bearer " + tampered)) {
      assertThat(none.await("error_message").text()).contains("NO_TOKEN");
      assertThat(garbage.await("error_message").text()).contains("VALIDATION_FAILED");
      assertThat(forged.await("error_message").text()).contains("VALIDATION_FAILED");
      assertThat(none.next(1000)).isEqualTo(new Seen.End(1011, "SSOT Auth failed"));
    }
  }

  @Test
  void welcomesGuestsWithoutCredentials() throws Exception {
    try (TestClient one = TestClient.open(demo, "/demo/guest/ws");
        TestClient other = TestClient.open(demo, "/demo/guest/ws")) {
      String first = one.await("system_message").json().at("/data/user_id").stringValue();
      String second = other.await("system_message").json().at("/data/user_id").stringValue();
      one.ask(QUESTION);

      assertThat(first).startsWith("guest-").isNotEqualTo(second);
      assertThat(one.await("agent_completed").text()).contains("KWXQZ");
    }
  }

  @Test
  void keepsUsersApart() throws Exception {
    try (TestClient ada = TestClient.connect(demo, demo.accounts().number(1));
        TestClient ben = TestClient.connect(demo, demo.accounts().number(2))) {
      ada.await("system_message");
      ben.await("system_message");
      ada.ask("Repeat the code ADADA and tell me: what is 1 + 2?");
      ben.ask("Repeat the code BENBE and tell me: what is 30 + 40?");
      String adas =
          String.join("\n", texts(ada.untilQuiet(700)).stream().map(Seen.Text::text).toList());
      String bens =
          String.join("\n", texts(ben.untilQuiet(700)).stream().map(Seen.Text::text).toList());

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
    try (TestClient client = TestClient.connect(demo, demo.accounts().number(1))) {
      client.await("system_message");
      client.ask("With several agents, please: repeat the code KWXQZ, and what is 17 + 25?");
      List<JsonNode> events = texts(client.untilQuiet(700)).stream().map(Seen.Text::json).toList();

      assertThat(events)
          .filteredOn(event -> event.path("type").stringValue().equals("agent_completed"))
          .extracting(event -> event.path("agent_name").stringValue())
          .containsExactly("triage", "reporting", "supervisor");
      assertThat(events.getFirst().path("agent_name").stringValue()).isEqualTo("supervisor");
      assertThat(events.getLast().at("/payload/result").stringValue()).contains("KWXQZ", "= 42.");
    }
  }

  @Test
  void survivesWhateverIsSaid() throws Exception {
    try (TestClient client = TestClient.connect(demo, demo.accounts().number(1))) {
      client.await("system_message");

      client.send("{\"type\":");
      assertThat(client.await("error_message").text()).contains("FORMAT_ERROR", "Invalid JSON: ");
      client.send("[1,2]");
      client.send("{\"type\":\"user_message\",\"content\":\"" + "x".repeat(8192) + "\"}");
      client.send("{\"type\":\"user_message\",\"payload\":{\"content\":\" \"}}");
      assertThat(client.story(900)).isEmpty();
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
    try (TestClient client = TestClient.connect(demo, demo.accounts().number(1))) {
      long first = client.await("ping").nanos();
      long second = client.await("ping").nanos();

      assertThat(second - first).isBetween(2_900_000_000L, 3_400_000_000L);
    }
  }

  @Test
  void notesWhatItsOperatorSees() throws Exception {
    DemoAccount account = demo.accounts().number(5);
    try (TestClient client = TestClient.connect(demo, account)) {
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

  @Test
  void takesAccountsOfItsOwn() {
    assertThat(demo.accounts().all()).extracting(DemoAccount::email).doesNotHaveDuplicates();
    assertThat(demo.accounts().all())
        .allSatisfy(account -> assertThat(UUID.fromString(account.id())).isNotNull())
        .extracting(account -> account.password())
        .doesNotHaveDuplicates();
  }

  private static List<Seen.Text> texts(List<Seen> seen) {
    return seen.stream().filter(Seen.Text.class::isInstance).map(Seen.Text.class::cast).toList();
  }
}
