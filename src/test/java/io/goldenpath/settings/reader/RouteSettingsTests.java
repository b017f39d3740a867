package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.model.target.AddressChoice;
import io.goldenpath.model.target.ProxyServer;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TargetAccess;
import io.goldenpath.redaction.Redactor;
import io.goldenpath.settings.mistakes.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ways lead to a target. */
class RouteSettingsTests {

  private static WrittenSettings written(String target, String login, String socket)
      throws IOException {
    return WrittenSettings.ofYaml(
        """
        goldenpath:
          targets:
            staging:
              login: { type: token%s }
              socket: { url: wss://api.example.com/ws%s }
              users: [ { token: "${PASSWORD}" } ]
              %s
        spring.ssl.bundle.pem: { internal: { protocol: TLS }, corporate: { protocol: TLS } }
        """
            .formatted(login, socket, target));
  }

  private static TargetAccess access(WrittenSettings settings) {
    return settings.settings().setups().getFirst().probe().target().access();
  }

  private static Optional<ProxyServer> server(WrittenSettings settings, String url) {
    return access(settings).socketRoute().proxies().proxyFor(URI.create(url));
  }

  private static Optional<String> proxyFor(WrittenSettings settings, String url) {
    return server(settings, url).map(ProxyServer::toString);
  }

  @Test
  void leadStraightThereUnlessSaidOtherwise() throws IOException {
    assertThat(access(written("", "", "").with("HTTPS_PROXY", "http://proxy:3128")))
        .returns(Route.DIRECT, TargetAccess::httpRoute)
        .returns(Route.DIRECT, TargetAccess::socketRoute);
  }

  @Test
  void nameBundlesServerAndAddresses() throws IOException {
    TargetAccess access =
        access(
            written(
                "addresses: ipv6",
                ", ssl-bundle: internal",
                ", ssl-bundle: corporate, server-name: Chat.Example.com"));

    assertThat(access.httpRoute())
        .returns("internal", Route::sslBundle)
        .returns(null, Route::serverName)
        .returns(AddressChoice.IPV6, Route::addresses);
    assertThat(access.socketRoute())
        .returns("corporate", Route::sslBundle)
        .returns("chat.example.com", Route::serverName)
        .returns(AddressChoice.IPV6, Route::addresses);
  }

  @Test
  void leadThroughOneProxyWholeAndKeepItsPassword() throws IOException {
    WrittenSettings settings =
        written("proxy: \"http://us:hunter%2F2+@proxy.example.com:3128\"", "", "");
    TargetAccess access = access(settings);

    assertThat(access.httpRoute().proxies()).isEqualTo(access.socketRoute().proxies());
    assertThat(proxyFor(settings, "http://127.0.0.1/login")).contains("proxy.example.com:3128");
    assertThat(proxyFor(settings, "wss://api.example.com/ws")).contains("proxy.example.com:3128");
    assertThat(server(settings, "wss://api.example.com/ws").map(ProxyServer::credentials))
        .contains(Secret.of("us:hunter/2+"));
    assertThat(access.toString()).contains("proxy.example.com").doesNotContain("hunter");
    assertThat(
            Redactor.of(settings.settings().setups().getFirst().probe().target())
                .redact(
                    "hunter/2+ "
                        + Base64.getEncoder()
                            .encodeToString("us:hunter/2+".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("*** dXM6***");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "direct",
      textBlock =
          """
          http://login.example.com/,       plain:3128
          https://login.example.com/,      secure:80
          wss://login.example.com/ws,      secure:80
          ws://login.example.com/ws,       secure:80
          http://localhost:8080/,          direct
          ws://127.3.2.1/ws,               direct
          https://[::1]/,                  direct
          https://chat.inside.test/,       direct
          http://Inside.Test:8080/,        direct
          https://notinside.test/,         secure:80
          """)
  void followTheEnvironment(String url, String proxy) throws IOException {
    WrittenSettings settings =
        written("proxy: environment", "", "")
            .with(
                Map.of(
                    "http_proxy", "plain:3128",
                    "HTTPS_PROXY", "http://secure/",
                    "NO_PROXY", "inside.test,.else.test"));

    assertThat(proxyFor(settings, url)).isEqualTo(Optional.ofNullable(proxy));
  }

  @Test
  void preferSmallLettersInTheEnvironmentAndLetSocketsFallBack() throws IOException {
    WrittenSettings settings =
        written("proxy: environment", "", "")
            .with(
                Map.of(
                    "HTTP_PROXY", "http://capitals:1", "http_proxy", "http://small:${2}@small:2"));

    assertThat(proxyFor(settings, "wss://api.example.com/ws")).contains("small:2");
    assertThat(proxyFor(settings, "https://api.example.com/")).isEmpty();
    assertThat(server(settings, "http://api.example.com/").map(ProxyServer::credentials))
        .contains(Secret.of("small:${2}"));
  }

  @Test
  void takeTheProxysPasswordLetterByLetter() throws IOException {
    WrittenSettings settings =
        written("proxy: \"http://us:${PROXY_WORD}@proxy:3128\"", "", "")
            .with("PROXY_WORD", "p${HOME}w");

    assertThat(server(settings, "http://api.example.com/").map(ProxyServer::credentials))
        .contains(Secret.of("us:p${HOME}w"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://hunter2@proxy",
        "https://hunter2@proxy:3129",
        "hunter2@proxy:3128",
        "enviroment",
        "http://",
        "http://hunter2@proxy:port",
        "http://hunter2@proxy:3128/path"
      })
  void refuseAProxyThatIsNone(String proxy) throws IOException {
    WrittenSettings settings = written("proxy: \"" + proxy + "\"", "", "");

    assertThatThrownBy(settings::settings)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("goldenpath.targets.staging.proxy")
        .hasMessageContaining("http://proxy.example.com:3128, or environment")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void refuseAProxyOfTheEnvironmentThatIsNone() throws IOException {
    WrittenSettings settings =
        written("proxy: environment", "", "").with("HTTPS_PROXY", "socks5://hunter2@proxy:1080");

    assertThatThrownBy(settings::settings)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("goldenpath.targets.staging.proxy")
        .hasMessageContaining("HTTPS_PROXY in the environment")
        .hasMessageNotContaining("hunter2");
  }
}
