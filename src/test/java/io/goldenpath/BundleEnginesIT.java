package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Route;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.wire.Certificates;
import io.goldenpath.wire.HttpCall;
import io.goldenpath.wire.HttpResult;
import io.goldenpath.wire.RawServer;
import io.goldenpath.wire.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Spring's SSL bundles as the trust of our own connections. */
class BundleEnginesIT {

  private static SslBundle trusting(Certificates authority) throws Exception {
    PemSslStoreDetails trust = PemSslStoreDetails.forCertificate(authority.rootPem());
    return SslBundle.of(new PemSslStoreBundle(null, trust));
  }

  private static HttpResult ask(Wire wire, int port, @Nullable String bundle)
      throws InterruptedException {
    URI url = URI.create("https://localhost:" + port + "/");
    return wire.exchange(
        new HttpCall("GET", url, Map.of(), null, new Route(bundle, null)),
        Deadline.in(Duration.ofSeconds(5), Stopwatch.SYSTEM));
  }

  @Test
  void trustsWhomTheBundleTrustsAlsoAfterAReload() throws Exception {
    Certificates ours = new Certificates();
    DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("corporate", trusting(ours));
    try (RawServer server =
            RawServer.over(
                Certificates.listener(ours.issue(UnaryOperator.identity()), "TLSv1.3"),
                peer -> {
                  peer.readHead();
                  peer.write("HTTP/1.1 204 No Content\r\n\r\n");
                });
        Wire wire = Wire.open("test", new BundleEngines(bundles), Stopwatch.SYSTEM)) {
      assertThat(ask(wire, server.port(), "corporate")).isInstanceOf(HttpResult.Answered.class);
      assertThat(ask(wire, server.port(), null)).isInstanceOf(HttpResult.Failed.class);

      bundles.updateBundle("corporate", trusting(new Certificates()));

      assertThat(ask(wire, server.port(), "corporate")).isInstanceOf(HttpResult.Failed.class);
    }
  }

  @Test
  void knowsNoOtherBundle() {
    BundleEngines engines = new BundleEngines(new DefaultSslBundleRegistry());

    assertThatThrownBy(() -> engines.create("corporate", "localhost", 443))
        .isInstanceOf(NoSuchSslBundleException.class);
  }
}
