package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.TargetAccess;
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

  private static TargetAccess access(Settings settings) {
    return settings.setups().getFirst().probe().target().access();
  }

  @Test
  void leadStraightThereUnlessSaidOtherwise() throws IOException {
    assertThat(access(written("", "")))
        .returns(Route.DIRECT, TargetAccess::httpRoute)
        .returns(Route.DIRECT, TargetAccess::socketRoute);
  }

  @Test
  void nameTheirBundlesAndTheirProxy() throws IOException {
    TargetAccess access =
        access(
            written(
                ", ssl-bundle: internal",
                ", ssl-bundle: corporate, proxy: \"http://us:hunter2@proxy.example.com:3128\""));

    assertThat(access.httpRoute()).isEqualTo(new Route("internal", null));
    assertThat(access.socketRoute().sslBundle()).isEqualTo("corporate");
    assertThat(access.socketRoute().proxy()).extracting(URI::getPort).isEqualTo(3128);
    assertThat(access.toString()).contains("proxy.example.com").doesNotContain("hunter2");
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
