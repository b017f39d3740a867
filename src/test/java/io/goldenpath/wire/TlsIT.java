package io.goldenpath.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every way in which TLS fails, told apart in words, for the login and for the socket. */
class TlsIT {

  private static final String MODERN = "TLSv1.3";

  @SuppressWarnings("NullAway.Init")
  private static TestCertificates certificates;

  @SuppressWarnings("NullAway.Init")
  private static WireClient wire;

  @BeforeAll
  static void open() throws Exception {
    certificates = new TestCertificates();
    wire = WireClient.open("test", certificates.engines(), Stopwatch.SYSTEM);
  }

  @AfterAll
  static void shut() {
    wire.close();
  }

  private static RawServer server(UnaryOperator<CertificateBuilder> change) throws Exception {
    X509Bundle certificate = certificates.issue(change);
    return RawServer.over(TestCertificates.listener(certificate, MODERN), TlsIT::greet);
  }

  private static void greet(RawServer.Peer peer) throws IOException {
    String request = peer.readHead();
    if (request.startsWith("GET /login")) {
      peer.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    } else {
      peer.write(RawServer.switching(request, ""));
      peer.write(FrameBytes.text("welcome"), FrameBytes.close(1000, ""));
    }
    peer.untilGone();
  }

  private static void failsWith(WireClient wire, URI url, FindingKind kind, String words)
      throws Exception {
    assertThat(ReceivedText.connect(wire, url))
        .isInstanceOfSatisfying(
            ConnectResult.Failed.class,
            failed -> {
              assertThat(failed.failure().message()).contains(words).doesNotContain("Exception");
              assertThat(failed.failure().kind()).isEqualTo(kind);
            });
    HttpCall login =
        new HttpCall(
            "GET",
            URI.create(url.toString().replace("wss", "https")),
            Map.of(),
            null,
            Route.DIRECT);
    assertThat(wire.exchange(login, Deadline.in(Duration.ofSeconds(2), Stopwatch.SYSTEM)))
        .isInstanceOfSatisfying(
            HttpResult.Failed.class,
            failed -> {
              assertThat(failed.failure().message()).contains(words);
              assertThat(failed.failure().kind()).isEqualTo(kind);
            });
  }

  private static void failsWith(UnaryOperator<CertificateBuilder> change, String words)
      throws Exception {
    try (RawServer server = server(change)) {
      failsWith(wire, server.url("wss"), FindingKind.TLS_FAILED, words);
    }
  }

  @Test
  void connectsAndTellsWhenTheCertificateRunsOut() throws Exception {
    try (RawServer server = server(UnaryOperator.identity())) {
      ConnectResult result = ReceivedText.connect(wire, server.url("wss"));

      assertThat(result.attempt().certificateExpiry())
          .isEqualTo(certificates.now().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.SECONDS));
      assertThat(result.attempt().phases().tls()).isPositive();
      assertThat(result)
          .isInstanceOfSatisfying(
              ConnectResult.Connected.class,
              connected ->
                  assertThat(connected.socket())
                      .satisfies(socket ->
                          assertThat(ReceivedText.all(socket))
                              .containsExactly("text welcome", "close 1000")));
    }
  }

  @Test
  void logsInOverTls() throws Exception {
    try (RawServer server = server(UnaryOperator.identity())) {
      URI url = URI.create("https://localhost:" + server.port() + "/login");
      HttpResult result =
          wire.exchange(
              new HttpCall("GET", url, Map.of(), null, Route.DIRECT),
              Deadline.in(Duration.ofSeconds(2), Stopwatch.SYSTEM));

      assertThat(result)
          .isInstanceOfSatisfying(
              HttpResult.Answered.class,
              answered -> assertThat(answered.reply().body()).isEqualTo("ok"));
    }
  }

  @Test
  void refusesACertificateThatHasExpired() throws Exception {
    failsWith(
        builder -> builder.notAfter(certificates.now().minus(Duration.ofDays(1))),
        "its certificate has expired");
  }

  @Test
  void refusesACertificateThatIsNotYetValid() throws Exception {
    failsWith(
        builder -> builder.notBefore(certificates.now().plus(Duration.ofDays(1))),
        "its certificate is not yet valid");
  }

  @Test
  void refusesACertificateOfAnotherHost() throws Exception {
    X509Bundle other =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=elsewhere.example")
            .addSanDnsName("elsewhere.example")
            .buildIssuedBy(certificates.authority());
    try (RawServer server =
        RawServer.over(TestCertificates.listener(other, MODERN), TlsIT::greet)) {
      failsWith(
          wire,
          server.url("wss"),
          FindingKind.TLS_FAILED,
          "its certificate is made for another host than localhost");
    }
  }

  @Test
  void refusesACertificateOfAnAuthorityThatNobodyTrusts() throws Exception {
    X509Bundle foreign = new TestCertificates().issue(UnaryOperator.identity());
    try (RawServer server =
        RawServer.over(TestCertificates.listener(foreign, MODERN), TlsIT::greet)) {
      failsWith(
          wire,
          server.url("wss"),
          FindingKind.TLS_FAILED,
          "not signed by an authority that we trust");
    }
  }

  @Test
  void tellsThatThereIsNoCommonVersion() throws Exception {
    ServerSocket old =
        TestCertificates.listener(certificates.issue(UnaryOperator.identity()), "TLSv1.2");
    try (RawServer server = RawServer.over(old, TlsIT::greet);
        WireClient modern =
            WireClient.open("test", certificates.engines(MODERN), Stopwatch.SYSTEM)) {
      failsWith(
          modern,
          server.url("wss"),
          FindingKind.TLS_FAILED,
          "there is no TLS version that both sides speak");
    }
  }

  @Test
  void tellsThatNoTlsIsSpoken() throws Exception {
    try (RawServer server =
        RawServer.start(peer -> peer.write("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
      failsWith(
          wire, server.url("wss"), FindingKind.TLS_FAILED, "it does not speak TLS on this port");
    }
  }

  @Test
  void tellsThatTheHandshakeWasBrokenOff() throws Exception {
    try (RawServer server = RawServer.start(peer -> peer.socket().getInputStream().read())) {
      failsWith(wire, server.url("wss"), FindingKind.TLS_FAILED, "in the middle of the handshake");
    }
  }

  @Test
  void waitsForAMuteHandshakeNoLongerThanItsLimit() throws Exception {
    try (RawServer server = RawServer.start(RawServer.Peer::untilGone)) {
      failsWith(wire, server.url("wss"), FindingKind.TIMED_OUT, "was not finished in time");
    }
  }

  @Test
  void doesNotTakeASessionTicketForTheStartOfAReply() throws Exception {
    X509Bundle certificate = certificates.issue(UnaryOperator.identity());
    try (RawServer server =
        RawServer.over(TestCertificates.listener(certificate, MODERN), RawServer.Peer::readHead)) {
      failsWith(wire, server.url("wss"), FindingKind.CONNECT_FAILED, "without a reply");
    }
  }
}
