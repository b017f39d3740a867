package io.goldenpath.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections through a proxy that is asked to {@code CONNECT}. */
class HttpProxyIT {

  @SuppressWarnings("NullAway.Init")
  private static WireClient wire;

  @BeforeAll
  static void open() {
    wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM);
  }

  @AfterAll
  static void shut() {
    wire.close();
  }

  private static ConnectResult through(URI proxy, URI url) throws InterruptedException {
    UpgradeCall call = new UpgradeCall(url, Map.of(), List.of(), 1000, new Route(null, proxy));
    return wire.connect(call, Deadline.in(Duration.ofMillis(700), Stopwatch.SYSTEM));
  }

  private static void relay(RawServer.Peer client, int port) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              server.getInputStream().transferTo(client.socket().getOutputStream());
              client.socket().shutdownOutput();
            } catch (IOException gone) {
              // so is the test
            }
          });
      client.socket().getInputStream().transferTo(server.getOutputStream());
    }
  }

  @Test
  void goesThroughWithItsCredentials() throws Exception {
    CompletableFuture<String> asked = new CompletableFuture<>();
    try (RawServer target = RawServer.upgrading(peer -> peer.write(FrameBytes.text("through")));
        RawServer proxy =
            RawServer.start(peer -> {
              asked.complete(peer.readHead());
              peer.write("HTTP/1.1 200 Connection established\r\n\r\n");
              relay(peer, target.port());
            })) {
      ConnectResult result =
          through(
              URI.create("http://user:secret@localhost:" + proxy.port()),
              URI.create("ws://target.invalid:1234/ws"));

      assertThat(result.attempt().phases().address()).startsWith("proxy 127.0.0.1");
      assertThat(result)
          .isInstanceOfSatisfying(
              ConnectResult.Connected.class,
              connected ->
                  assertThat(connected.socket())
                      .satisfies(socket ->
                          assertThat(ReceivedText.all(socket))
                              .containsExactly("text through", "end")));
      assertThat(asked.join())
          .startsWith("CONNECT target.invalid:1234 HTTP/1.1")
          .contains("Basic dXNlcjpzZWNyZXQ=");
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          407 Proxy Authentication Required, CONNECT_FAILED, refused to connect to target.invalid:80: HTTP 407
          403 Forbidden,                     CONNECT_FAILED, refused to connect to target.invalid:80: HTTP 403
          504 Gateway Timeout,               CONNECT_FAILED, refused to connect to target.invalid:80: HTTP 504
          """)
  void namesTheRefusalOfTheProxy(String status, FindingKind kind, String words) throws Exception {
    try (RawServer proxy =
        RawServer.start(peer -> {
          peer.readHead();
          peer.write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
          peer.untilGone();
        })) {
      failsWith(proxy, kind, words);
    }
  }

  @Test
  void namesASilentProxyAndOneThatHangsUp() throws Exception {
    try (RawServer mute = RawServer.start(RawServer.Peer::untilGone);
        RawServer gone = RawServer.start(RawServer.Peer::readHead)) {
      failsWith(
          mute, FindingKind.TIMED_OUT, "The proxy did not connect to target.invalid:80 in time");
      failsWith(gone, FindingKind.CONNECT_FAILED, "The proxy gave no usable answer");
    }
  }

  private static void failsWith(RawServer proxy, FindingKind kind, String words)
      throws InterruptedException {
    URI at = URI.create("http://user:secret@localhost:" + proxy.port());

    assertThat(through(at, URI.create("ws://target.invalid/ws")))
        .isInstanceOfSatisfying(
            ConnectResult.Failed.class,
            failed -> {
              assertThat(failed.failure().message()).contains(words).doesNotContain("secret");
              assertThat(failed.failure().kind()).isEqualTo(kind);
            });
  }
}
