package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.TargetRoutes;
import io.goldenpath.settings.mistakes.SettingsException;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Which ways lead to a target. */
class RouteSettingsTests {

  private static Settings written(String login, String socket) throws IOException {
    return WrittenSettings.ofYaml(
            """
            goldenpath:
              targets:
                staging:
                  login: { type: token%s }
                  socket: { url: wss://api.example.com/ws%s }
                  users: [ { token: "${PASSWORD}" } ]
            """
                .formatted(login, socket))
        .settings();
  }

  private static TargetRoutes routes(Settings settings) {
    return settings.setups().getFirst().probe().target().access().routes();
  }

  @Test
  void leadStraightThereUnlessSaidOtherwise() throws IOException {
    assertThat(routes(written("", ""))).isEqualTo(TargetRoutes.DIRECT);
  }

  @Test
  void nameTheirBundlesAndTheirProxy() throws IOException {
    TargetRoutes routes =
        routes(
            written(
                ", ssl-bundle: internal",
                ", ssl-bundle: corporate, proxy: \"http://us:hunter2@proxy.example.com:3128\""));

    assertThat(routes.http()).isEqualTo(new Route("internal", null));
    assertThat(routes.socket().sslBundle()).isEqualTo("corporate");
    assertThat(routes.socket().proxy()).extracting(URI::getPort).isEqualTo(3128);
    assertThat(routes.toString()).contains("proxy.example.com").doesNotContain("hunter2");
  }

  @Test
  void refuseAProxyThatIsNone() {
    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class, () -> written("", ", proxy: \"socks5://hunter2@proxy\""));

    assertThat(refused)
        .hasMessageContaining("goldenpath.targets.staging.socket.proxy")
        .hasMessageContaining("http://proxy.example.com:3128")
        .hasMessageNotContaining("hunter2");
  }
}
