package io.goldenpath.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.framing.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    "unknown namespace, PLATFORM"
  })
  void aRefusalIsEvidenceOfWhatItSays(String reason, ErrorCause cause) {
    assertThat(content(new Incoming.Refused(reason)))
        .isEqualTo(new FrameContent.Failure(reason.replace('\n', ' '), cause));
  }

  private static FrameContent content(Incoming part) {
    return new AgentEventsDialect().decode(part).content();
  }
}
