package io.goldenpath.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.AddressChoice;
import io.goldenpath.model.target.ProxyRules;
import io.goldenpath.model.target.ProxyServer;
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
import java.util.concurrent.CopyOnWriteArrayList;
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

  private static Route by(URI proxy) {
    ProxyServer server = ProxyServer.parse(proxy.toString()).orElseThrow();
    return new Route(null, null, AddressChoice.ANY, ProxyRules.always(server));
  }

  private static ConnectResult through(URI proxy, URI url) throws InterruptedException {
    UpgradeCall call = new UpgradeCall(url, Map.of(), List.of(), 1000, by(proxy));
    return wire.connect(call, Deadline.in(Duration.ofMillis(700), Stopwatch.SYSTEM));
  }

  private static HttpResult post(RawServer proxy, String url) throws InterruptedException {
    HttpCall call = new HttpCall("POST", URI.create(url), Map.of(), "{}", by(address(proxy)));
    return wire.exchange(call, Deadline.in(Duration.ofSeconds(20), Stopwatch.SYSTEM));
  }

  private static URI address(RawServer proxy) {
    return URI.create("http://user:secret@localhost:" + proxy.port());
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
          404 Not Found,                     CONNECT_FAILED, refused to connect to target.invalid:80: HTTP 404
          405 Method Not Allowed,            CONNECT_FAILED, refused to connect to target.invalid:80: HTTP 405
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

  /** Answers CONNECT like a proxy that tunnels to port 443 alone, and all else like this. */
  private static RawServer forwarding(List<String> asked, String answer) throws IOException {
    return RawServer.start(peer -> {
      String head = peer.readHead();
      asked.add(head);
      peer.write("HTTP/1.1 " + (head.startsWith("CONNECT") ? "403 Forbidden" : answer) + "\r\n");
      peer.write("Content-Length: 2\r\n\r\nok");
      peer.untilGone();
    });
  }

  @Test
  void asksAProxyThatMayNotTunnelToForwardAPlainRequestOnce() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    try (RawServer proxy = forwarding(asked, "200 OK")) {
      assertThat(post(proxy, "http://target.invalid:8080/login?a=b"))
          .isInstanceOfSatisfying(
              HttpResult.Answered.class,
              answered -> assertThat(answered.reply().body()).isEqualTo("ok"));
    }
    assertThat(asked).hasSize(2);
    assertThat(asked.getLast())
        .startsWith("POST http://target.invalid:8080/login?a=b HTTP/1.1")
        .contains("Host: target.invalid:8080\r\n", "Basic dXNlcjpzZWNyZXQ=");
  }

  @ParameterizedTest
  @CsvSource({"https://target.invalid/login, 200 OK", "http://target.invalid/login, 407 Who"})
  void neverForwardsWhatIsEncryptedNorBlamesTheTargetForARefusal(String url, String answer)
      throws Exception {
    try (RawServer proxy = forwarding(new CopyOnWriteArrayList<>(), answer)) {
      assertThat(post(proxy, url))
          .isInstanceOfSatisfying(
              HttpResult.Failed.class,
              failed ->
                  assertThat(failed.failure().message())
                      .startsWith("The proxy localhost:" + proxy.port() + " refused")
                      .contains("HTTP 403"));
    }
  }

  @Test
  void namesASilentProxyAndOneThatHangsUp() throws Exception {
    try (RawServer mute = RawServer.start(RawServer.Peer::untilGone);
        RawServer gone = RawServer.start(RawServer.Peer::readHead)) {
      failsWith(mute, FindingKind.TIMED_OUT, "did not connect to target.invalid:80 in time");
      failsWith(gone, FindingKind.CONNECT_FAILED, "gave no usable answer");
    }
  }

  private static void failsWith(RawServer proxy, FindingKind kind, String words)
      throws InterruptedException {
    assertThat(through(address(proxy), URI.create("ws://target.invalid/ws")))
        .isInstanceOfSatisfying(
            ConnectResult.Failed.class,
            failed -> {
              assertThat(failed.failure().message())
                  .contains(words)
                  .startsWith("The proxy localhost:" + proxy.port())
                  .doesNotContain("secret", "netty");
              assertThat(failed.failure().kind()).isEqualTo(kind);
            });
  }
}
