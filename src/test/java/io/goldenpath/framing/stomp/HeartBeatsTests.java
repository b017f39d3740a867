package io.goldenpath.framing.stomp;

import static io.goldenpath.framing.stomp.StompConversation.connected;
import static io.goldenpath.framing.stomp.StompConversation.event;
import static io.goldenpath.framing.stomp.StompConversation.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Outgoing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeartBeatsTests {

  @Test
  void sendsOneInTime() {
    FramingConnection connection = connected();

    assertThat(connection.next()).hasValue(seconds(3));
    assertThat(connection.due(seconds(3) - 1)).isEmpty();
    assertThat(connection.due(seconds(3))).containsExactly("\n");
    assertThat(connection.due(seconds(3))).isEmpty();
    assertThat(connection.due(seconds(6))).containsExactly("\n");
  }

  @Test
  void needsNoneAfterAMessage() {
    FramingConnection connection = connected();

    connection.wrap(new Outgoing("{}"), seconds(2));

    assertThat(connection.due(seconds(4))).isEmpty();
    assertThat(connection.due(seconds(5))).containsExactly("\n");
  }

  @Test
  void agreesOnTheLongerOfBothIntervals() {
    FramingConnection connection = connected("CONNECTED\nversion:1.2\nheart-beat:10000,8000\n\n\0");

    assertThat(connection.due(seconds(6) - 1)).isEmpty();
    assertThat(connection.due(seconds(6))).hasSize(1);
    assertThat(connection.elapsed(seconds(20) - 1)).isEmpty();
    assertThat(connection.elapsed(seconds(20))).hasSize(1);
  }

  @Test
  void countsTwiceTheIntervalWithoutASignAsLost() {
    FramingConnection connection = connected();
    connection.due(seconds(7));

    assertThat(connection.next()).hasValue(seconds(8));
    assertThat(connection.elapsed(seconds(8) - 1)).isEmpty();
    assertThat(connection.elapsed(seconds(8)))
        .containsExactly(
            new Incoming.Missed("nothing came for 8 s, twice the heart-beat agreed on"));
    assertThat(connection.elapsed(seconds(9))).isEmpty();
  }

  @Test
  void waitsOneMoreIntervalWhereWeLookedLate() {
    FramingConnection connection = connected();

    assertThat(connection.elapsed(seconds(20))).isEmpty();
    assertThat(connection.elapsed(seconds(24) - 1)).isEmpty();
    assertThat(connection.elapsed(seconds(24))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n\r\n"})
  void takesLineEndsForASignOfLife(String lineEnds) {
    FramingConnection connection = connected();

    assertThat(connection.unwrap(lineEnds, seconds(7))).containsExactly(new Incoming.Heartbeat());
    assertThat(connection.elapsed(seconds(14))).isEmpty();
    assertThat(connection.elapsed(seconds(15))).hasSize(1);
  }

  @Test
  void takesAnythingForASignOfLife() {
    FramingConnection connection = connected();

    connection.unwrap(event("{}"), seconds(7));
    connection.unwrap("garbage", seconds(13));

    assertThat(connection.elapsed(seconds(20))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "heart-beat:0,0\n", "heart-beat:often\n", "heart-beat:1,9999999999\n"})
  void expectsAndSendsNoneWhereNoneAreAgreed(String offer) {
    FramingConnection connection = connected("CONNECTED\nversion:1.2\n" + offer + "\n\0");

    assertThat(connection.next()).isEmpty();
    assertThat(connection.due(seconds(100))).isEmpty();
    assertThat(connection.elapsed(seconds(100))).isEmpty();
  }

  @Test
  void agreesOnEachDirectionAlone() {
    FramingConnection sends = connected("CONNECTED\nversion:1.2\nheart-beat:0,4000\n\n\0");
    FramingConnection expects = connected("CONNECTED\nversion:1.2\nheart-beat:4000,0\n\n\0");

    assertThat(sends.elapsed(seconds(8))).isEmpty();
    assertThat(sends.due(seconds(8))).containsExactly("\n");
    assertThat(expects.due(seconds(8))).isEmpty();
    assertThat(expects.elapsed(seconds(8))).hasSize(1);
  }
}
