package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.model.target.AddressChoice;
import io.goldenpath.model.target.ProxyRules;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.settings.tls.TlsBundle;
import io.goldenpath.wire.HttpCall;
import io.goldenpath.wire.HttpResult;
import io.goldenpath.wire.RawServer;
import io.goldenpath.wire.TestCertificates;
import io.goldenpath.wire.WireClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Spring's SSL bundles as the trust of our own connections. */
class SslBundleEnginesIT {

  private static Map<String, TlsBundle> trusting(TestCertificates authority) {
    PemSslStoreDetails trust = PemSslStoreDetails.forCertificate(authority.rootPem());
    return Map.of("corporate", TlsBundle.of(SslBundle.of(new PemSslStoreBundle(null, trust))));
  }

  private static HttpResult ask(WireClient wire, int port, @Nullable String bundle)
      throws InterruptedException {
    URI url = URI.create("https://localhost:" + port + "/");
    return wire.exchange(
        new HttpCall(
            "GET",
            url,
            Map.of(),
            null,
            new Route(bundle, null, AddressChoice.ANY, ProxyRules.NONE)),
        Deadline.in(Duration.ofSeconds(5), Stopwatch.SYSTEM));
  }

  @Test
  void trustsWhomTheBundleTrustsAlsoAfterAReload() throws Exception {
    TestCertificates ours = new TestCertificates();
    SslBundleEngines engines = new SslBundleEngines(trusting(ours));
    try (RawServer server =
            RawServer.over(
                TestCertificates.listener(ours.issue(UnaryOperator.identity()), "TLSv1.3"),
                peer -> {
                  peer.readHead();
                  peer.write("HTTP/1.1 204 No Content\r\n\r\n");
                });
        WireClient wire = WireClient.open("test", engines, Stopwatch.SYSTEM)) {
      assertThat(ask(wire, server.port(), "corporate")).isInstanceOf(HttpResult.Answered.class);
      assertThat(ask(wire, server.port(), null)).isInstanceOf(HttpResult.Failed.class);

      engines.replace(trusting(new TestCertificates()));

      assertThat(ask(wire, server.port(), "corporate")).isInstanceOf(HttpResult.Failed.class);
    }
  }

  @Test
  void knowsNoOtherBundle() {
    SslBundleEngines engines = new SslBundleEngines(Map.of());

    assertThatThrownBy(() -> engines.create("corporate", "localhost", 443))
        .isInstanceOf(NoSuchSslBundleException.class);
  }
}
