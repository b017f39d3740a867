package io.goldenpath.platforms.socketio;

import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.ProbeSetup;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The settings of {@code target.yaml} for one server. */
record SocketIoTarget(Map<String, Object> variables) {

  static SocketIoTarget at(int login, int socket, String fault) {
    return new SocketIoTarget(
        Map.of("login", login, "socket", socket, "fault", fault, "password", LoginServer.PASSWORD));
  }

  ProbeSetup setup(JourneyKind journey) throws IOException {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
    new YamlPropertySourceLoader()
        .load("target", new ClassPathResource("target.yaml", SocketIoTarget.class))
        .forEach(environment.getPropertySources()::addFirst);
    return SettingsLoader.load(environment).setups().stream()
        .filter(setup -> setup.probe().script().spec().journey() == journey)
        .findFirst()
        .orElseThrow();
  }
}
