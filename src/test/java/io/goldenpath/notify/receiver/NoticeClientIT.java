package io.goldenpath.notify.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.Secret;
import io.goldenpath.notify.TellingServer;
import io.goldenpath.notify.receiver.DeliveryResult.Delivered;
import io.goldenpath.notify.receiver.DeliveryResult.Postponed;
import io.goldenpath.notify.receiver.DeliveryResult.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of answers that no service documents. */
@Timeout(30)
class NoticeClientIT {

  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final String KEY = "T0AAAAAAA/B0BBBBBBB/cCcCcCcCcCcCcCcCcCcC";

  private final NoticeClient client = new NoticeClient("monitor", LONGEST, () -> SampleRuns.NOON);

  @AfterEach
  void close() {
    client.close();
  }

  @ParameterizedTest
  @CsvSource({
    "200, Delivered",
    "201, Delivered",
    "202, Delivered",
    "204, Delivered",
    "301, Refused",
    "307, Refused",
    "400, Refused",
    "401, Refused",
    "403, Refused",
    "404, Refused",
    "410, Refused",
    "413, Refused",
    "422, Refused",
    "408, Postponed",
    "429, Postponed",
    "500, Postponed",
    "502, Postponed",
    "503, Postponed"
  })
  void asksAgainWhereTheServerMayTakeItLater(int status, String expected) throws Exception {
    try (TellingServer server = new TellingServer(status, "")) {
      DeliveryResult result = client.post(to(server.url("/hook")));

      assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
      assertThat(result.said()).startsWith("answered " + status);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "600|PT10M",
        "' 5 '|PT5S",
        "999999999999999999999999|PT1H",
        "Tue, 24 Nov 2026 12:05:00 GMT|PT5M",
        "Tue, 24 Nov 2026 11:00:00 GMT|",
        "-5|",
        "soon|",
        "''|"
      })
  void waitsAsLongAsItIsAskedToWithinAnHour(String written, Duration expected) throws Exception {
    try (TellingServer server = new TellingServer(429, "")) {
      server.answers(
          new MockResponse.Builder().code(429).setHeader("Retry-After", written).build());

      assertThat(client.post(to(server.url("/hook"))))
          .isEqualTo(new Postponed("answered 429", expected));
    }
  }

  @Test
  void givesUpOnAServerThatNeverAnswers() throws Exception {
    try (RawServer server = new RawServer(_ -> {})) {
      assertThat(client.post(to(server.url())))
          .isEqualTo(new Postponed("no answer within 2 s", null));
    }
  }

  @Test
  void givesUpOnABodyThatNeverEnds() throws Exception {
    try (RawServer server =
        new RawServer(out -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nok")))) {
      assertThat(client.post(to(server.url())))
          .isEqualTo(new Postponed("no answer within 2 s", null));
    }
  }

  @Test
  void readsTheBeginningOfAHugeBodyAlone() throws Exception {
    CountDownLatch cut = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(out -> {
          out.write(ascii("HTTP/1.1 400 Bad Request\r\nContent-Length: 9000000000\r\n\r\n"));
          byte[] part = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
          try {
            for (long sent = 0; sent < 9_000_000_000L; sent += part.length) {
              out.write(part);
            }
          } catch (IOException _) {
            cut.countDown();
          }
        })) {
      DeliveryResult result = client.post(to(server.url()));

      assertThat(result).isInstanceOf(Refused.class);
      assertThat(result.said()).hasSizeLessThan(200).startsWith("answered 400: xxx");
      cut.await();
    }
  }

  @Test
  void asksAgainWhereNobodySpeaksHttp() throws Exception {
    try (RawServer server =
        new RawServer(out -> out.write(ascii("220 mail.example.com\r\n\r\n")))) {
      assertThat(client.post(to(server.url()))).isInstanceOf(Postponed.class);
    }
  }

  @Test
  void asksAgainWhereNobodyListens() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertThat(client.post(to("http://127.0.0.1:" + port + "/hook")))
        .isEqualTo(new Postponed("connection refused", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cannot POST /services/" + KEY,
        "unknown hook cCcCcCcCcCcCcCcCcCcC",
        "no such token: tk_secret1",
        "you sent Bearer tk_secret1",
        "not at http://127.0.0.1/services/" + KEY + "?sig=qQqQqQqQqQqQqQqQqQ",
        "signature qQqQqQqQqQqQqQqQqQ is wrong",
        "<p>/services/T0AAAAAAA&#x2F;cCcCcCcCcCcCcCcCcCcC</p>"
      })
  void repeatsNothingSecretThatAReceiverSays(String said) throws Exception {
    try (TellingServer server = new TellingServer(404, said)) {
      DeliveryResult result =
          client.post(
              to(server.url("/services/" + KEY + "?sig=qQqQqQqQqQqQqQqQqQ"))
                  .with("Authorization", NoticeClient.bearer(Secret.of("tk_secret1"))));

      assertThat(result.said())
          .contains("***")
          .doesNotContain("cCcCcCcC", "tk_secret1", "qQqQqQqQ");
    }
  }

  @Test
  void repeatsNothingSecretThatCannotBeSent() throws Exception {
    NoticePost post =
        to("http://127.0.0.1:9/" + KEY).with("Authorization", Secret.of("tk_secret1\n"));

    assertThat(client.post(post).said())
        .isEqualTo("cannot be called: its address or a header is not valid");
    assertThat(post.toString()).doesNotContain("tk_secret1", "cCcCcC", "s3cret");
  }

  @Test
  void saysWhatWasTaken() throws Exception {
    try (TellingServer server = new TellingServer(200, "ok\u001b[31m\u202e")) {
      assertThat(client.post(to(server.url("/hook"))))
          .isEqualTo(new Delivered("answered 200: ok\ufffd[31m\ufffd"));
    }
  }

  private static NoticePost to(String url) {
    return NoticePost.of(Secret.of(url), Map.of("key", "s3cret"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Says to whoever connects whatever it likes, and leaves the connection open. */
  private static final class RawServer implements AutoCloseable {

    private final ServerSocket listening =
        new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private volatile Socket accepted = new Socket();

    /** What it says. */
    interface Words {

      void say(OutputStream out) throws IOException;
    }

    RawServer(Words words) throws IOException {
      Thread.ofVirtual().start(() -> serve(words));
    }

    private void serve(Words words) {
      try {
        accepted = listening.accept();
        accepted.getInputStream().read();
        words.say(accepted.getOutputStream());
        accepted.getOutputStream().flush();
      } catch (IOException ended) {
        if (!listening.isClosed()) {
          throw new UncheckedIOException(ended);
        }
      }
    }

    String url() {
      return "http://127.0.0.1:" + listening.getLocalPort() + "/hook";
    }

    @Override
    public void close() throws IOException {
      listening.close();
      accepted.close();
    }
  }
}
