package io.goldenpath.framing.stomp;

import static io.goldenpath.framing.stomp.StompConversation.connected;
import static io.goldenpath.framing.stomp.StompConversation.event;
import static io.goldenpath.framing.stomp.StompConversation.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Broken;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Incoming.Misplaced;
import io.goldenpath.framing.Outgoing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StompMessageTests {

  @Test
  void readsAMessage() {
    Message read =
        message(connected().unwrap(event("run-id:r\\c1\\n\\r\\\\\n", "{\"type\":\"a\"}"), 0));

    assertThat(read.body().at("/type").stringValue()).isEqualTo("a");
    assertThat(read.envelope().name()).isEqualTo("/user/queue/events");
    assertThat(read.envelope().headers())
        .containsEntry("run-id", "r:1\n\r\\")
        .containsEntry("subscription", "ev");
  }

  @Test
  void holdsItsHeadersInItsText() {
    Message read = message(connected().unwrap(event("owner:probe-b\n", "{\"type\":\"a\"}"), 0));

    assertThat(read.text())
        .isEqualTo(
            "{\"type\":\"a\"}\n"
                + "{\"destination\":\"/user/queue/events\",\"owner\":\"probe-b\"}");
  }

  @ParameterizedTest
  @CsvSource({"'', '{\"type\":\"agent_th'", "'content-type:application/json\n', '[1,'", "'', ["})
  void findsBrokenJsonInABodyThatWasMeantForIt(String headers, String body) {
    assertThat(connected().unwrap(event(headers, body), 0))
        .containsExactly(new Broken("its body is not JSON"));
  }

  @ParameterizedTest
  @CsvSource({"'', 'agent thinks'", "'content-type:text/plain\n', '[INFO] agent thinks'"})
  void readsOtherBodiesAsTexts(String headers, String body) {
    assertThat(message(connected().unwrap(event(headers, body), 0)).body().stringValue())
        .isEqualTo(body);
  }

  @Test
  void takesTheFirstOfRepeatedHeaders() {
    Message read = message(connected().unwrap(event("step:new\nstep:old\n", ""), 0));

    assertThat(read.envelope().headers()).containsEntry("step", "new");
  }

  @Test
  void keepsBlanksInHeaders() {
    Message read = message(connected().unwrap(event(" a : b \n", ""), 0));

    assertThat(read.envelope().headers()).containsEntry(" a ", " b ");
  }

  @Test
  void readsBodiesThatAreNoJsonAsText() {
    assertThat(message(connected().unwrap(event("hello: world"), 0)).body().stringValue())
        .isEqualTo("hello: world");
    assertThat(message(connected().unwrap(event(""), 0)).body().isMissingNode()).isTrue();
  }

  @Test
  void readsNulsInABodyOfKnownLength() {
    assertThat(
            message(connected().unwrap(event("content-length:5\n", "ä\0b\0"), 0))
                .body()
                .stringValue())
        .isEqualTo("ä\0b\0");
  }

  @Test
  void readsSeveralFramesOfOneMessage() {
    assertThat(connected().unwrap(event("1") + "\n\r\n" + event("2") + "\n" + event("3"), 0))
        .extracting(part -> ((Message) part).body().intValue())
        .containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void joinsAFrameThatIsCutAnywhere(boolean lengthKnown) {
    String headers = lengthKnown ? "content-length:13\n" : "";
    byte[] whole = bytes(event(headers, "{\"type\":\"ä\"}") + "\n" + event("2"));
    for (int cut = 1; cut < whole.length; cut++) {
      var connection = connected();
      List<Incoming> first = connection.unwrap(ByteBuffer.wrap(whole, 0, cut), 0);
      List<Incoming> rest = connection.unwrap(ByteBuffer.wrap(whole, cut, whole.length - cut), 0);

      assertThat(first.size() + rest.size()).as("cut at %d", cut).isGreaterThanOrEqualTo(2);
      assertThat(first).allMatch(part -> part instanceof Message);
      assertThat(rest)
          .allMatch(part -> part instanceof Message || part instanceof Incoming.Heartbeat);
    }
  }

  @Test
  void readsBinaryFramesAsText() {
    assertThat(message(connected().unwrap(ByteBuffer.wrap(bytes(event("{\"a\":\"ü\"}"))), 0)))
        .returns("ü", message -> message.body().at("/a").stringValue());
  }

  @Test
  void readsOtherBytesOnlyWhereTheyAreDeclared() {
    byte[] image =
        event("content-type:image/png\n", "\u00ff").getBytes(StandardCharsets.ISO_8859_1);
    byte[] text =
        event("content-type:text/plain\n", "\u00ff").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(message(connected().unwrap(ByteBuffer.wrap(image), 0)).body().isString()).isTrue();
    assertThat(connected().unwrap(ByteBuffer.wrap(text), 0))
        .containsExactly(new Broken("its body is no UTF-8"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"a\"} | it begins with no command of a STOMP server",
        "hello | it begins with no command of a STOMP server",
        "message\\n\\n\\0 | it begins with no command of a STOMP server",
        "SEND\\ndestination:/a\\n\\n\\0 | it begins with no command of a STOMP server",
        "MESSAGE \\n\\n\\0 | it begins with no command of a STOMP server",
        "MESSAGE\\nsubscription:ev\\0 | its headers do not end with an empty line",
        "MESSAGE\\0 | its headers do not end with an empty line",
        "MESSAGE\\nsubscription\\n\\n\\0 | one of its headers has no name or no colon",
        "MESSAGE\\n:ev\\n\\n\\0 | one of its headers has no name or no colon",
        "MESSAGE\\na:\\\\t\\n\\n\\0 | one of its headers has an unknown escape",
        "MESSAGE\\na:b\\\\\\n\\n\\0 | one of its headers has an unknown escape",
        "MESSAGE\\ncontent-length:-1\\n\\n\\0 | its content-length is no number",
        "MESSAGE\\ncontent-length:1\\n\\nab\\0 | it is not as long as its content-length says",
        "MESSAGE\\nsubscription:ev\\n\\n{}\\0 | it is a MESSAGE without destination"
      })
  void saysWhatIsWrongAndReadsTheNextFrame(String written, String reason) {
    String frame =
        written.replace("\\\\", "\1").replace("\\n", "\n").replace("\\0", "\0").replace("\1", "\\");
    var connection = connected();

    List<Incoming> parts = connection.unwrap(frame, 0);

    assertThat(parts).containsExactly(new Broken(reason));
    assertThat(connection.unwrap(event("2"), 0)).singleElement().isInstanceOf(Message.class);
  }

  @Test
  void findsTheNextFrameBehindAWrongLength() {
    var connection = connected("CONNECTED\nversion:1.2\n\n\0");

    assertThat(connection.unwrap(event("content-length:900\n", "1"), 0)).isEmpty();
    assertThat(connection.unwrap(event("2"), 0)).isEmpty();
    assertThat(connection.next()).hasValue(StompConnection.REST_WITHIN.toNanos());
    assertThat(connection.elapsed(StompConnection.REST_WITHIN.toNanos() - 1)).isEmpty();
    assertThat(connection.elapsed(StompConnection.REST_WITHIN.toNanos()))
        .satisfiesExactly(
            broken -> assertThat(broken).isEqualTo(new Broken("the end of a frame did not come")),
            message -> assertThat(((Message) message).body().intValue()).isEqualTo(2));
  }

  @Test
  void keepsNoMoreThanItsBound() {
    var connection = connected();
    String half = "x".repeat(StompDecoder.MOST_BYTES / 2);

    assertThat(connection.unwrap("MESSAGE\na:" + half, 0)).isEmpty();
    assertThat(connection.unwrap(half, 0)).singleElement().isInstanceOf(Misplaced.class);
    assertThat(connected().unwrap(event("content-length:5000000000\n", ""), 0))
        .singleElement()
        .isInstanceOf(Misplaced.class);
  }

  @Test
  void mindsSubscriptionsThatWereNotMade() {
    assertThat(connected().unwrap("MESSAGE\nsubscription:x\ndestination:/a\n\n{}\0", 0))
        .containsExactly(new Misplaced("MESSAGE came for a subscription that was not made"));
    assertThat(connected().unwrap("MESSAGE\ndestination:/a\n\n{}\0", 0))
        .singleElement()
        .isInstanceOf(Misplaced.class);
  }

  @Test
  void sendsAMessage() {
    Outgoing question =
        new Outgoing("{\"text\":\"ä\"}", "/app/ask", Map.of("trace:id", "a\n\\\r\0"), false);

    assertThat(connected().wrap(question, 0))
        .isEqualTo(
            "SEND\ncontent-length:13\ncontent-type:application/json\ndestination:/app/ask\n"
                + "trace\\cid:a\\n\\\\\\r\n\n{\"text\":\"ä\"}\0");
  }

  @Test
  void leavesTheTypeOfABodyToItsSender() {
    Outgoing text = new Outgoing("hi", "/app", Map.of("content-type", "text/plain"), false);

    assertThat(connected().wrap(text, 0)).contains("content-type:text/plain\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
