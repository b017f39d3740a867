package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.target.Login.TokenMetadata;
import io.goldenpath.model.target.Secret;
import io.goldenpath.wire.HttpReply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuedTokenReaderTests {

  private static final String DATE = "Tue, 24 Nov 2026 12:00:00 GMT";
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.900Z");

  @ParameterizedTest
  @ValueSource(strings = {"0", "\"0\"", "-1", "0.0"})
  void aLifeOfNothingIsToldAndCountsForNothing(String life) {
    IssuedToken token = issued(life, NOW);

    assertThat(token.expires()).isNull();
    assertThat(token.flaw()).contains("it had already run out");
  }

  @Test
  void aDateInWholeSecondsIsNoDifferenceOfClocks() {
    IssuedToken token = issued("0.5", NOW);

    assertThat(token.expires()).isEqualTo(NOW.plusMillis(500));
    assertThat(token.flaw()).isNull();
  }

  @Test
  void tellsOfClocksThatDifferByMoreThanTheLife() {
    IssuedToken token = issued("2", NOW.plusSeconds(400));

    assertThat(token.expires()).isEqualTo(NOW.plusSeconds(402));
    assertThat(token.flaw()).contains("the clocks differ by 400 s");
  }

  private static IssuedToken issued(String life, Instant now) {
    String body = "{\"expires_in\":" + life + "}";
    HttpReply reply = new HttpReply(200, Map.of("Date", List.of(DATE)), body, null);
    return IssuedTokenReader.read(
        Secret.of("opaque"), ParsedReply.of(reply, Map.of()), TokenMetadata.FROM_TOKEN, () -> now);
  }
}
