package io.goldenpath.demo.platform;

import static io.goldenpath.catalogue.fault.RefusalFaults.ADMITS_EXPIRED;
import static io.goldenpath.catalogue.fault.RefusalFaults.ADMITS_FOREIGN;
import static io.goldenpath.catalogue.fault.RefusalFaults.ADMITS_GARBAGE;
import static io.goldenpath.catalogue.fault.RefusalFaults.ADMITS_IN_SILENCE;
import static io.goldenpath.catalogue.fault.RefusalFaults.ADMITS_WITHOUT_TOKEN;
import static io.goldenpath.catalogue.fault.RefusalFaults.ANSWERS_INTRUDERS;
import static io.goldenpath.catalogue.fault.RefusalFaults.DEAF_TO_LOGOUT;
import static io.goldenpath.catalogue.fault.RefusalFaults.WELCOMES_THEN_REFUSES;
import static io.goldenpath.catalogue.variant.SessionVariants.AUTH_BREAKER;
import static io.goldenpath.catalogue.variant.SessionVariants.REFUSES_AT_UPGRADE;
import static io.goldenpath.catalogue.variant.SessionVariants.REFUSES_BY_1008;
import static io.goldenpath.catalogue.variant.SessionVariants.REFUSES_BY_4401;
import static io.goldenpath.catalogue.variant.SessionVariants.REFUSES_WITH_403;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.script.DemoActivity.Kind;
import io.goldenpath.demo.script.DemoUser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How bad tokens fare, and good ones beside them. */
class RefusalFaultIT {

  private static final String QUESTION = "Repeat the code KWXQZ and tell me: what is 17 + 25?";
  private static final String GARBAGE = "garbage";
  private static final long QUIET = 300;

  @SuppressWarnings("NullAway.Init")
  private DemoPlatform demo;

  @SuppressWarnings("NullAway.Init")
  private DemoLog log;

  @SuppressWarnings("NullAway.Init")
  private DemoAccount user;

  /** The breaker remembers, so that each test has a platform of its own. */
  @BeforeEach
  void start() {
    demo = DemoPlatform.start(0);
    log = DemoLog.of(demo);
    user = demo.accounts().number(1);
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  @Test
  void refusesEachBadTokenByFrameAndClose() throws Exception {
    for (TestClient intruder :
        List.of(withNone(), with(GARBAGE), with(expired()), with(foreign()))) {
      assertThat(intruder.story(QUIET)).containsExactly("error_message", "end 1011");
    }
    assertServed(with(good()));
  }

  @Test
  void refusesInOtherWaysThatAreGoodToo() throws Exception {
    for (var variant : Map.of(REFUSES_AT_UPGRADE, 401, REFUSES_WITH_403, 403).entrySet()) {
      demo.faults().switchOff();
      demo.faults().switchOn(variant.getKey());
      assertThat(TestClient.refusal(demo, GARBAGE)).isEqualTo(variant.getValue());
      assertServed(with(good()));
    }
    for (var variant :
        Map.of(REFUSES_BY_1008, "end 1008", REFUSES_BY_4401, "end 4401").entrySet()) {
      demo.faults().switchOff();
      demo.faults().switchOn(variant.getKey());
      assertThat(with(expired()).story(QUIET)).containsExactly(variant.getValue());
      assertServed(with(good()));
    }
  }

  @Test
  void admitsTheBadTokensThatItIsToldTo() throws Exception {
    demo.faults().switchOn(ADMITS_WITHOUT_TOKEN);
    assertServed(withNone());
    assertThat(with(GARBAGE).story(QUIET)).contains("end 1011");
    demo.faults().switchOn(ADMITS_GARBAGE);
    assertServed(with(GARBAGE));
    assertThat(with(expired()).story(QUIET)).contains("end 1011");
    demo.faults().switchOn(ADMITS_EXPIRED, DemoScope.EVERYBODY.runs(1));
    assertThat(assertServed(with(expired()))).contains(user.id());
    assertThat(with(foreign()).story(QUIET)).contains("end 1011");
    demo.faults().switchOn(ADMITS_FOREIGN);
    assertThat(assertServed(with(foreign()))).contains(user.id());
    assertThat(with(expired()).story(QUIET)).contains("end 1011");
  }

  @Test
  void neitherRefusesNorWelcomes() throws Exception {
    demo.faults().switchOn(ADMITS_IN_SILENCE);
    try (TestClient intruder = with(GARBAGE)) {
      intruder.ask(QUESTION);

      assertThat(intruder.next(1500)).isNull();
    }
    assertServed(with(good()));
  }

  @Test
  void answersWithoutAWelcome() throws Exception {
    demo.faults().switchOn(ANSWERS_INTRUDERS);
    try (TestClient intruder = with(foreign())) {
      assertThat(intruder.next(200)).isNull();
      intruder.ask(QUESTION);

      assertThat(intruder.await("agent_completed").text()).contains("KWXQZ");
    }
  }

  @Test
  void welcomesBeforeItRefuses() throws Exception {
    demo.faults().switchOn(WELCOMES_THEN_REFUSES);

    assertThat(with(GARBAGE).story(QUIET))
        .containsExactly("connection_established", "error_message", "end 1011");
  }

  @Test
  void endsTheSocketsOfATokenWhoseUserLogsOut() throws Exception {
    String token = good();
    String kept = good();
    try (TestClient other = with(kept);
        TestClient open = with(token)) {
      open.await("system_message");
      assertThat(DemoHttpClient.logout(demo, token).statusCode()).isEqualTo(200);

      assertThat(open.story(QUIET)).containsExactly("end 4401");
      assertThat(with(token).story(QUIET)).containsExactly("error_message", "end 1011");
      assertThat(DemoHttpClient.logout(demo, token).statusCode()).isEqualTo(401);
      assertServed(other);
    }
    assertThat(log.details(Kind.LOGOUT, user.email())).hasSize(1);
  }

  @Test
  void leavesTheSocketOpenWhoseUserLogsOut() throws Exception {
    demo.faults().switchOn(DEAF_TO_LOGOUT);
    String token = good();
    try (TestClient open = with(token)) {
      assertThat(DemoHttpClient.logout(demo, token).statusCode()).isEqualTo(200);

      assertServed(open);
      assertThat(with(token).story(QUIET)).containsExactly("error_message", "end 1011");
    }
  }

  @Test
  void shutsEverybodyOutAfterFiveBadTokensInARow() throws Exception {
    demo.faults().switchOn(AUTH_BREAKER);
    for (int i = 0; i < 4; i++) {
      with(GARBAGE).story(QUIET);
    }
    assertServed(with(good()));
    for (int i = 0; i < 4; i++) {
      withNone().story(QUIET);
    }
    assertThat(log.details(Kind.BREAKER_OPENED, DemoUser.UNKNOWN)).isEmpty();
    with(GARBAGE).story(QUIET);

    assertThat(with(good()).await("error_message").text()).contains("AUTH_CIRCUIT_BREAKER_OPEN");
    assertThat(with(good()).story(QUIET)).containsExactly("error_message", "end 1011");
    assertThat(log.details(Kind.BREAKER_OPENED, DemoUser.UNKNOWN)).hasSize(1);
    demo.faults().switchOff();
    assertServed(with(good()));
  }

  /** Takes the welcome, which it returns, and an answer. */
  private static String assertServed(TestClient client) throws Exception {
    try (client) {
      String welcome = client.await("system_message").text();
      client.ask(QUESTION);
      assertThat(client.await("agent_completed").text()).contains("KWXQZ");
      return welcome;
    }
  }

  private TestClient withNone() {
    return TestClient.open(demo, "/demo/ws");
  }

  private TestClient with(String token) {
    return TestClient.bearing(demo, token);
  }

  private String good() throws Exception {
    return DemoHttpClient.token(demo, user);
  }

  /** As whoever has no key can make it of a good one. */
  private String expired() throws Exception {
    String[] parts = good().split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String old = claims.replaceFirst("\"exp\":\\d+", "\"exp\":1700000000");
    return parts[0]
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(old.getBytes(StandardCharsets.UTF_8))
        + "."
        + parts[2];
  }

  private String foreign() throws Exception {
    String token = good();
    return token.substring(0, token.length() - 10) + "AAAAAAAAAA";
  }
}
