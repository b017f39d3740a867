package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.access.AccessRole;
import io.goldenpath.settings.mistakes.SettingsException;
import io.goldenpath.settings.service.AccessSettings;
import io.goldenpath.settings.service.AccessUser;
import io.goldenpath.settings.service.OidcClient;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessSettingsTests {

  @Test
  void areOpenUnlessWritten() throws IOException {
    assertThat(access("metrics: open")).isEqualTo(AccessSettings.OPEN);
    assertThat(AccessSettings.OPEN.open()).isTrue();
    assertThat(access("token: ' '")).isEqualTo(AccessSettings.OPEN);
  }

  @Test
  void restrictActingByATokenAlone() throws IOException {
    AccessSettings access = access("token: '${ANN}'");

    assertThat(access.open()).isFalse();
    assertThat(access.restricted()).isFalse();
  }

  @Test
  void restrictReadingByUsersAndAProvider() throws IOException {
    AccessSettings access =
        access(
            """
            users:
              - { name: ann, password: '${ANN}', role: operator }
              - { name: rita@example.com, password: '{bcrypt}$2a$10$%s' }
            oidc:
              { issuer: 'https://id.example.com/realms/a', client-id: monitor,
                client-secret: '${ANN}', operators: [sre, sre] }
            metrics: reader
            """
                .formatted("x".repeat(53)));

    assertThat(access.restricted()).isTrue();
    assertThat(access.metricsOpen()).isFalse();
    assertThat(access.user("ann"))
        .hasValue(new AccessUser("ann", Secret.of("of ann"), AccessRole.OPERATOR));
    assertThat(access.user("rita@example.com").orElseThrow().role()).isEqualTo(AccessRole.READER);
    assertThat(access.oidc())
        .isEqualTo(
            new OidcClient(
                "https://id.example.com/realms/a", "monitor", Secret.of("of ann"), Set.of("sre")));
    assertThat(access.toString()).doesNotContain("of ann", "xxx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          users[0].name      | is missing                         | users: [ { password: a } ]
          users[0].password  | is missing                         | users: [ { name: a } ]
          users[0].name      | expected 1 to 64 letters           | users: [ { name: 'a:b', password: a } ]
          users[1].name      | is the name of a user above        | users: [ { name: a, password: a }, { name: a, password: b } ]
          users[0].password  | expected a password, or {bcrypt}   | users: [ { name: a, password: '{bcrypt}x' } ]
          users[0].password  | expected a password, or {bcrypt}   | users: [ { name: a, password: '{sha256}x' } ]
          users[0].role      | one of reader, operator            | users: [ { name: a, password: a, role: admin } ]
          oidc.issuer        | is missing                         | oidc: { client-id: a, client-secret: b }
          oidc.client-id     | is missing                         | oidc: { issuer: 'https://id.example.com', client-secret: b }
          oidc.client-secret | is missing                         | oidc: { issuer: 'https://id.example.com', client-id: a }
          oidc.issuer        | expected the provider's address    | oidc: { issuer: id.example.com, client-id: a, client-secret: b }
          oidc.issuer        | expected the provider's address    | oidc: { issuer: 'https://id.example.com?x', client-id: a, client-secret: b }
          oidc.issuer        | expected the provider's address    | oidc: { issuer: 'https://u@id.example.com', client-id: a, client-secret: b }
          metrics            | one of open, reader                | metrics: nobody
          """)
  void refuse(String key, String problem, String written) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> access(written))
        .withMessageContaining("goldenpath.access." + key)
        .withMessageContaining(problem);
  }

  @Test
  void warnOfAProviderThatAnybodyCanPretendToBe() throws IOException {
    Settings settings =
        settings(
            "oidc: { issuer: 'http://id.example.com', client-id: a, client-secret: '${ANN}' }");

    assertThat(settings.warnings())
        .singleElement()
        .asString()
        .contains("goldenpath.access.oidc.issuer", "is not https");
  }

  private static AccessSettings access(String written) throws IOException {
    return settings(written).access();
  }

  private static Settings settings(String written) throws IOException {
    return WrittenSettings.ofYaml("goldenpath:\n  access:\n" + written.indent(4))
        .with("ANN", "of ann")
        .settings();
  }
}
