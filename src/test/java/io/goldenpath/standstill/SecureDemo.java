package io.goldenpath.standstill;

import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.DemoSetup;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.wire.TestCertificates;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A good demo platform in this process, with and without TLS, for a monitor in another. */
final class SecureDemo implements AutoCloseable {

  private static final String PASSWORD = "changeit";

  private final TestCertificates certificates = new TestCertificates();
  private final DemoPlatform demo;
  private final TlsRelay relay;

  SecureDemo(int accounts) throws Exception {
    demo = DemoPlatform.start(0, new DemoSetup(accounts, 7));
    relay =
        new TlsRelay(
            TestCertificates.listener(certificates.issue(change -> change), "TLSv1.3", "TLSv1.2"),
            demo.port());
  }

  /** Settings of so many targets, the first of them over TLS, each of which runs so often. */
  String settings(int targets, int secure, String every) {
    return IntStream.rangeClosed(1, targets)
        .mapToObj(number -> target(number, number <= secure, every))
        .collect(Collectors.joining("\n", "goldenpath:\n  targets:\n", "\n"));
  }

  private String target(int number, boolean secure, String every) {
    DemoAccount account = demo.accounts().number(number);
    String host = secure ? "localhost:" + relay.port() : "127.0.0.1:" + demo.port();
    String s = secure ? "s" : "";
    return """
          target-%d:
            login: { type: password, url: "http%s://%s/demo/auth/login" }
            socket: { url: "ws%s://%s/demo/ws" }
            manners: { logins: 100, connects: 60 }
            journeys: { golden-path: { every: %s } }
            users: [ { email: "%s", password: "%s" } ]\
    """
        .formatted(number, s, host, s, host, every, account.email(), account.password());
  }

  /** Options of a JVM that trusts the relay besides all whom it trusts anyway. */
  List<String> trust(Path directory) throws Exception {
    File usual = new File(System.getProperty("java.home"), "lib/security/cacerts");
    KeyStore roots = KeyStore.getInstance(usual, PASSWORD.toCharArray());
    roots.setCertificateEntry("relay", certificates.authority().getCertificate());
    Path file = directory.resolve("roots.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      roots.store(out, PASSWORD.toCharArray());
    }
    return List.of(
        "-Djavax.net.ssl.trustStore=" + file, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  @Override
  public void close() throws IOException {
    relay.close();
    demo.close();
  }
}
