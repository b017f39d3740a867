package io.goldenpath.demo.platform;

import static io.goldenpath.demo.platform.DemoExtension.CODE;
import static io.goldenpath.demo.platform.DemoExtension.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import io.goldenpath.demo.platform.TestClient.Seen;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.script.DemoJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Who is let in to the platform, and by which credentials. */
class DemoLoginIT {

  private static final int TOKEN_SECONDS = 900;
  private static final int UNAUTHORIZED = 401;
  private static final int UNPROCESSABLE = 422;
  private static final int INTERNAL_ERROR = 1011;
  private static final long END_WITHIN = 1000;

  @RegisterExtension static final DemoExtension demo = new DemoExtension();

  @Test
  void issuesTokensOfTheAccountsThatLogIn() throws Exception {
    DemoAccount account = demo.accounts().number(1);

    JsonNode reply =
        DemoJson.MAPPER.readTree(DemoHttpClient.login(demo.platform(), account).body());

    assertThat(reply.path("token_type").stringValue()).isEqualTo("Bearer");
    assertThat(reply.path("expires_in").intValue()).isEqualTo(TOKEN_SECONDS);
    assertThat(reply.at("/user/id").stringValue()).isEqualTo(account.id());
    assertThat(reply.at("/user/email").stringValue()).isEqualTo(account.email());
    Map<String, Object> claims =
        JWSObject.parse(reply.path("access_token").stringValue()).getPayload().toJSONObject();
    assertThat(claims).containsKeys("exp", "iat", "jti").containsEntry("sub", account.id());
  }

  @Test
  void refusesLoginsInTheReferencePlatformsWords() throws Exception {
    String wrong = "{\"email\":\"probe-1@demo.example\",\"password\":\"no\"}";

    assertThat(DemoHttpClient.post(demo.platform(), "/demo/auth/login", wrong))
        .satisfies(reply -> assertThat(reply.statusCode()).isEqualTo(UNAUTHORIZED))
        .satisfies(
            reply -> assertThat(reply.body()).isEqualTo("{\"detail\":\"Invalid credentials\"}"));
    for (String bad : List.of("", "[]", "{\"email\":7,\"password\":\"x\"}", "{\"email\"")) {
      assertThat(DemoHttpClient.post(demo.platform(), "/demo/auth/login", bad).statusCode())
          .isEqualTo(UNPROCESSABLE);
    }
  }

  @Test
  void acceptsTheTokenInEachCarrier() throws Exception {
    DemoAccount account = demo.accounts().number(2);
    String token = DemoHttpClient.token(demo.platform(), account);
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(token.getBytes(StandardCharsets.US_ASCII));

    try (TestClient header =
            TestClient.open(demo.platform(), "/demo/ws", "Authorization", "Bearer " + token);
        TestClient query = TestClient.open(demo.platform(), "/demo/ws?token=" + token);
        TestClient offer =
            TestClient.offering(demo.platform(), "/demo/ws", "jwt-auth", "jwt." + encoded)) {
      for (TestClient client : List.of(header, query, offer)) {
        assertThat(client.await("system_message").text()).contains(account.id());
      }
      assertThat(offer.subprotocol()).isEqualTo("jwt-auth");
      assertThat(header.subprotocol()).isEmpty();
    }
  }

  @Test
  void turnsAwayWhoeverHasNoGoodToken() throws Exception {
    String token = DemoHttpClient.token(demo.platform(), demo.accounts().number(1));
    String tampered = token.substring(0, token.length() - 4) + "AAAA";

    try (TestClient none = TestClient.open(demo.platform(), "/demo/ws");
        TestClient garbage = TestClient.open(demo.platform(), "/demo/ws?token=garbage");
        TestClient forged =
            TestClient.open(demo.platform(), "/demo/ws", "Authorization", "Bearer " + tampered)) {
      assertThat(none.await("error_message").text()).contains("NO_TOKEN");
      assertThat(garbage.await("error_message").text()).contains("VALIDATION_FAILED");
      assertThat(forged.await("error_message").text()).contains("VALIDATION_FAILED");
      assertThat(none.next(END_WITHIN)).isEqualTo(new Seen.End(INTERNAL_ERROR, "SSOT Auth failed"));
    }
  }

  @Test
  void welcomesGuestsWithoutCredentials() throws Exception {
    try (TestClient one = TestClient.open(demo.platform(), "/demo/guest/ws");
        TestClient other = TestClient.open(demo.platform(), "/demo/guest/ws")) {
      String first = one.await("system_message").json().at("/data/user_id").stringValue();
      String second = other.await("system_message").json().at("/data/user_id").stringValue();
      one.ask(QUESTION);

      assertThat(first).startsWith("guest-").isNotEqualTo(second);
      assertThat(one.await("agent_completed").text()).contains(CODE);
    }
  }

  @Test
  void takesAccountsOfItsOwn() {
    assertThat(demo.accounts().all()).extracting(DemoAccount::email).doesNotHaveDuplicates();
    assertThat(demo.accounts().all())
        .allSatisfy(account -> assertThat(UUID.fromString(account.id())).isNotNull())
        .extracting(account -> account.password())
        .doesNotHaveDuplicates();
  }
}
