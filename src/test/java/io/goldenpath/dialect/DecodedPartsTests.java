package io.goldenpath.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.framing.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a framing says of itself, as every dialect reports it. */
class DecodedPartsTests {

  @Test
  void aHeartbeatOfTheFramingIsOneOfTheConnection() {
    assertThat(content(new Incoming.Heartbeat())).isEqualTo(new FrameContent.Heartbeat());
  }

  @Test
  void whatIsBrokenIsUnreadable() {
    assertThat(content(new Incoming.Broken("it is not JSON")))
        .isEqualTo(new FrameContent.Unreadable("it is not JSON"));
  }

  @Test
  void anAnnouncedEndIsAClaimOfTheConnection() {
    assertThat(content(new Incoming.Closing("server restarts")))
        .isEqualTo(new FrameContent.Notice("closing", "server restarts"));
  }

  @ParameterizedTest
  @CsvSource({
    "invalid access token, AUTH",
    "Unauthorized, AUTH",
    "'too many\nconnections', OVERLOAD",
    "unknown namespace, PROTOCOL"
  })
  void aRefusalIsEvidenceOfWhatItSays(String reason, ErrorCause cause) {
    assertThat(content(new Incoming.Refused(reason)))
        .isEqualTo(
            new FrameContent.Failure(
                reason.replace('\n', ' '),
                cause,
                FrameContent.ErrorSource.FRAMING,
                new AgentEvent.Ids(null, null)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"data\":{\"statusCode\":401}} | AUTH",
        "{\"extensions\":{\"code\":\"UNAUTHENTICATED\"}} | AUTH",
        "[{\"message\":\"no\",\"extensions\":{\"code\":\"FORBIDDEN\"}}] | AUTH",
        "{\"message\":\"jwt expired\"} | AUTH",
        "\"Authentication error\" | AUTH",
        "{\"code\":429} | OVERLOAD",
        "{\"reason\":\"too many connections\"} | OVERLOAD",
        "{\"code\":400,\"id\":401} | PROTOCOL",
        "{} | PROTOCOL"
      })
  void aRefusalsBodyIsEvidenceToo(String body, ErrorCause cause) {
    FrameContent refused =
        content(new Incoming.Refused("not accepted", JsonMapper.shared().readTree(body)));

    assertThat(refused)
        .isInstanceOfSatisfying(
            FrameContent.Failure.class, failure -> assertThat(failure.cause()).isEqualTo(cause));
  }

  private static FrameContent content(Incoming part) {
    return new AgentEventsDialect().decode(part).content();
  }
}
