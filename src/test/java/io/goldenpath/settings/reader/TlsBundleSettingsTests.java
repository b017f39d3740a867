package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.goldenpath.settings.mistakes.Mistake;
import io.goldenpath.settings.mistakes.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SSL bundles that a target names, with every file that they name in turn. */
class TlsBundleSettingsTests {

  private static final String TARGET =
      """
      goldenpath:
        targets:
          staging:
            login: { type: none, ssl-bundle: corporate }
            socket: { url: wss://api.example.com/ws, ssl-bundle: corporate }
      spring.ssl.bundle:
      """;

  @TempDir private static Path directory;

  @BeforeAll
  static void writeFiles() throws Exception {
    StoreFiles.in(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pem: { corporate: { truststore: { certificate: DIR/ca.pem } } }",
        "pem: { corporate: { truststore: { certificate: 'file:DIR/ca.pem' } } }",
        "pem: { corporate: { keystore: { certificate: DIR/client.pem, private-key: DIR/client.key } } }",
        "pem: { corporate: { keystore: { certificate: DIR/expired.pem, private-key: DIR/expired.key } } }",
        "pem: { corporate: { keystore: { certificate: DIR/client.pem, private-key: DIR/encrypted.key, "
            + "private-key-password: '${STORE}' } } }",
        "pem: { corporate: { options: { enabled-protocols: TLSv1.3 } } }",
        "jks: { corporate: { keystore: { location: DIR/store.p12, password: '${STORE}' } } }",
        "jks: { corporate: { truststore: { location: DIR/trust.p12, password: '${STORE}' } } }",
        "jks: { corporate: { keystore: { location: DIR/store.p12, password: '${STORE}', type: PKCS12 }, "
            + "key: { alias: client } } }",
        // nobody uses the second
        "pem: { corporate: { truststore: { certificate: DIR/ca.pem } }, "
            + "other: { truststore: { certificate: DIR/nowhere.pem } } }"
      })
  void areReadWithTheirFiles(String bundles) throws IOException {
    Settings settings = written(bundles).settings();

    assertThat(settings.tlsBundles()).containsOnlyKeys("corporate");
    assertThat(settings.tlsBundles()).isEqualTo(written(bundles).settings().tlsBundles());
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        pem(
            "truststore: { certificate: DIR/nowhere.pem }",
            "truststore.certificate: there is no file 'DIR/nowhere.pem' that could be read"),
        pem(
            "truststore: { certificate: 'file:nowhere.pem' }",
            "truststore.certificate: there is no file 'file:nowhere.pem' that could be read"),
        pem(
            "truststore: { certificate: 'classpath:nowhere.pem' }",
            "truststore.certificate: there is no file 'classpath:nowhere.pem' that could be read"),
        pem(
            "truststore: { certificate: DIR/folder }",
            "truststore.certificate: there is no file 'DIR/folder' that could be read"),
        pem(
            "truststore: { certificate: DIR/empty.pem }",
            "truststore.certificate: holds no certificate in PEM"),
        pem(
            "truststore: { certificate: DIR/garbage.pem }",
            "truststore.certificate: holds no certificate in PEM"),
        pem(
            "truststore: { certificate: DIR/client.key }",
            "truststore.certificate: holds no certificate in PEM"),
        pem(
            "truststore: { certificate: DIR/store.p12 }",
            "truststore.certificate: holds no certificate in PEM"),
        pem(
            "truststore: { certificate: '${NOWHERE}' }",
            "truststore.certificate: the variable NOWHERE is not set anywhere"),
        pem(
            "keystore: { certificate: DIR/client.pem }",
            "keystore.private-key: is missing; to present a certificate takes it and its private key"),
        pem(
            "keystore: { private-key: DIR/client.key }",
            "keystore.certificate: is missing; to present a certificate takes it and its private key"),
        pem(
            "keystore: { certificate: DIR/client.pem, private-key: DIR/other.key }",
            "keystore.private-key: does not belong to the certificate beside it"),
        pem(
            "keystore: { certificate: DIR/client.pem, private-key: DIR/ca.pem }",
            "keystore.private-key: holds no private key in PEM that opens without a private-key-password"),
        pem(
            "keystore: { certificate: DIR/client.pem, private-key: hunter2 }",
            "keystore.private-key: is neither a private key in PEM nor a file that could be read"),
        pem(
            "keystore: { certificate: DIR/client.pem, private-key: DIR/encrypted.key }",
            "keystore.private-key: holds no private key in PEM that opens without a private-key-password"),
        pem(
            "keystore: { certificate: DIR/client.pem, private-key: DIR/encrypted.key, "
                + "private-key-password: hunter2 }",
            "keystore.private-key: holds no private key in PEM that the private-key-password opens"),
        pem(
            "keystore: { certificate: DIR/nowhere.pem, private-key: DIR/nowhere.key }, "
                + "truststore: { certificate: DIR/nowhere.pem }",
            "keystore.certificate: there is no file 'DIR/nowhere.pem' that could be read",
            "keystore.private-key: is neither a private key in PEM nor a file that could be read",
            "truststore.certificate: there is no file 'DIR/nowhere.pem' that could be read"),
        pem(
            "options: { ciphers: TLS_NO_SUCH }",
            "options.ciphers: is unknown to this JVM: Unsupported CipherSuite: TLS_NO_SUCH"),
        pem(
            "options: { enabled-protocols: TLSv9 }",
            "options.enabled-protocols: is unknown to this JVM: Unsupported protocol: TLSv9"),
        pem("protocol: TSL", "protocol: there is no protocol 'TSL'; expected TLS"),
        pem(
            "truststore: { certificat: DIR/ca.pem }",
            "truststore.certificat: there is no such key of a bundle; the nearest one is 'certificate'"),
        pem("truststore: DIR/ca.pem", "truststore: expected other keys beneath it"),
        pem(
            "trustore: { certificate: DIR/ca.pem }",
            "trustore: there is no such key of a bundle; the nearest one is 'truststore'"),
        jks(
            "keystore: { location: DIR/nowhere.p12, password: hunter2 }",
            "keystore.location: there is no file 'DIR/nowhere.p12' that could be read"),
        jks(
            "keystore: { location: DIR/text.p12, password: hunter2 }",
            "keystore.location: 'DIR/text.p12' is no key store, or of another type"),
        jks(
            "keystore: { location: DIR/store.p12, password: hunter2 }",
            "keystore.password: does not open 'DIR/store.p12'"),
        jks(
            "keystore: { password: hunter2 }",
            "keystore.location: is missing: the file of the store"),
        jks(
            "truststore: { location: DIR/empty.p12, password: '${STORE}' }",
            "truststore.location: 'DIR/empty.p12' holds no certificate"),
        jks(
            "truststore: { location: DIR/trust.p12 }",
            "truststore.location: 'DIR/trust.p12' holds no certificate that could be read without a"
                + " password"),
        jks(
            "keystore: { location: DIR/store.p12, password: '${STORE}', type: PKCS21 }",
            "keystore.type: there is no type of stores 'PKCS21'; expected JKS or PKCS12"),
        jks(
            "keystore: { location: DIR/store.p12, password: '${STORE}', provider: Sunn }",
            "keystore.provider: there is no provider 'Sunn'"),
        jks(
            "keystore: { location: DIR/store.p12, password: '${STORE}' }, key: { alias: clint }",
            "key.alias: there is no 'clint' in the key store"),
        jks(
            "keystore: { location: DIR/store.p12, password: '${STORE}' }, key: { password: hunter2 }",
            "key.password: does not open the key in the key store"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void areRefusedAtTheKeyThatIsWrong(String bundles, List<String> expected) throws IOException {
    SettingsException refused = refusal(written(bundles));

    assertThat(refused.mistakes())
        .extracting(mistake -> mistake.key() + ": " + mistake.problem())
        .containsExactlyElementsOf(
            expected.stream().map(text -> text.replace("DIR", directory.toString())).toList());
    assertThat(refused.mistakes()).extracting(Mistake::where).containsOnly("written.yaml line 7");
    assertThat(refused).hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "socket"})
  void areKnownByTheirNames(String where) throws IOException {
    String yaml =
        TARGET
                .replace(where + ": { ", where + ": { # named\n              ")
                .replace("ssl-bundle: corporate", "ssl-bundle: corpp")
            + "  pem: { corporate: { protocol: TLS }, partner: { protocol: TLS } }\n"
            + "  jks: { legacy: { protocol: TLS } }\n";

    assertThat(refusal(WrittenSettings.ofYaml(yaml)).mistakes())
        .extracting(Mistake::toString)
        .hasSize(2)
        .allMatch(mistake ->
            mistake.endsWith(
                ": there is no SSL bundle 'corpp'; known: corporate, legacy, partner; perhaps"
                    + " 'corporate' was meant"))
        .anyMatch(mistake -> mistake.startsWith("goldenpath.targets.staging.login.ssl-bundle ("))
        .anyMatch(mistake -> mistake.startsWith("goldenpath.targets.staging.socket.ssl-bundle ("));
  }

  @Test
  void areToldWhereThereIsNone() throws IOException {
    assertThat(refusal(written("")).mistakes())
        .extracting(Mistake::toString)
        .containsExactly(
            "goldenpath.targets.staging.login.ssl-bundle (written.yaml line 4): there is no SSL"
                + " bundle 'corporate'; expected it under spring.ssl.bundle.pem or .jks",
            "goldenpath.targets.staging.socket.ssl-bundle (written.yaml line 5): there is no SSL"
                + " bundle 'corporate'; expected it under spring.ssl.bundle.pem or .jks");
  }

  @Test
  void haveOneKindEach() throws IOException {
    assertThat(
            refusal(
                    written(
                        "{ pem: { corporate: { protocol: TLS } }, jks: { corporate: { protocol: TLS } } }"))
                .mistakes())
        .extracting(Mistake::problem)
        .containsExactly("there is a bundle of this name under pem as well");
  }

  private static Arguments pem(String bundle, String... expected) {
    return bundle("pem", bundle, expected);
  }

  private static Arguments jks(String bundle, String... expected) {
    return bundle("jks", bundle, expected);
  }

  private static Arguments bundle(String kind, String bundle, String... expected) {
    return arguments(
        kind + ": { corporate: { " + bundle + " } }",
        Stream.of(expected)
            .map(text -> "spring.ssl.bundle." + kind + ".corporate." + text)
            .toList());
  }

  private static SettingsException refusal(WrittenSettings written) {
    return catchThrowableOfType(SettingsException.class, written::settings);
  }

  private static WrittenSettings written(String bundles) throws IOException {
    return WrittenSettings.ofYaml(
            TARGET + "  " + bundles.replace("DIR", directory.toString()) + "\n")
        .with(Map.of("STORE", StoreFiles.PASSWORD, "HOME", "/home/somebody"));
  }
}
