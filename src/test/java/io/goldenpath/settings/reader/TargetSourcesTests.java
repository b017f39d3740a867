package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.settings.keys.TargetProperties;
import io.goldenpath.settings.load.YamlSourceLoader;
import io.goldenpath.settings.source.SettingSources;
import io.goldenpath.settings.source.SourcesByName;
import io.goldenpath.settings.source.Variables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/** Targets that are bound one by one, beside Spring's binding of the whole map. */
class TargetSourcesTests {

  private static final ConfigurationPropertyName TARGETS =
      ConfigurationPropertyName.of("goldenpath.targets");
  private static final String YAML =
      """
      goldenpath:
        location: here
        targets:
          my-app:
            login: { type: password, headers: { X-Tenant: acme } }
            socket: { url: wss://one.example.com/ws }
            users: [ { email: a@example.com }, { email: b@example.com } ]
            limits: { first-event: { degraded: 1s, failed: 2s } }
            journeys: { golden-path: { every: 30s }, recovery: { every: 10m, malformed: [empty] } }
          other:
            socket: { url: wss://two.example.com/ws, token-in: [query, header] }
          "[with.dots]":
            socket: { url: wss://three.example.com/ws }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GOLDENPATH_TARGETS_MYAPP_SOCKET_URL=wss://variable.example.com/ws",
        "GOLDENPATH_TARGETS_MY_APP_SOCKET_URL=wss://variable.example.com/ws",
        "GOLDENPATH_TARGETS_MYAPP_LIMITS_FIRST_EVENT_FAILED=9s",
        "GOLDENPATH_TARGETS_MYAPP_LIMITS_FIRSTEVENT_FAILED=9s",
        "GOLDENPATH_TARGETS_MYAPP_USERS_0_EMAIL=c@example.com",
        "GOLDENPATH_TARGETS_NEW_SOCKET_URL=wss://new.example.com/ws",
        "GOLDENPATH_LOCATION=there",
      })
  void areThoseOfTheWholeMap(String variable) throws IOException {
    SettingSources sources = sources(variable);

    Map<String, TargetProperties> whole =
        binder(sources.keys(), sources)
            .bind(TARGETS, Bindable.mapOf(String.class, TargetProperties.class))
            .get();

    assertThat(oneByOne(sources)).containsExactlyEntriesOf(whole);
  }

  @Test
  void areNotAmongTheOtherKeys() throws IOException {
    SettingSources sources = sources("GOLDENPATH_TARGETS_NEW_SOCKET_URL=wss://new.example.com/ws");

    Binder others = binder(new SourcesByName(TARGETS, sources.keys()).others(), sources);

    assertThat(
            others
                .bind(TARGETS, Bindable.mapOf(String.class, TargetProperties.class))
                .orElse(Map.of()))
        .isEmpty();
    assertThat(others.bind("goldenpath.location", String.class).get()).isEqualTo("here");
  }

  private static Map<String, TargetProperties> oneByOne(SettingSources sources) {
    SourcesByName targets = new SourcesByName(TARGETS, sources.keys());
    Map<String, TargetProperties> bound = new LinkedHashMap<>();
    targets
        .names()
        .forEach((name, key) ->
            binder(targets.of(key), sources)
                .bind(key, Bindable.of(TargetProperties.class))
                .ifBound(target -> bound.put(name, target)));
    return bound;
  }

  private static Binder binder(List<ConfigurationPropertySource> keys, SettingSources sources) {
    return new Binder(keys, new Variables(sources), null, null, BindHandler.DEFAULT);
  }

  private static SettingSources sources(String variable) throws IOException {
    MutablePropertySources sources = new MutablePropertySources();
    String[] parts = variable.split("=", -1);
    sources.addLast(
        new SystemEnvironmentPropertySource(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            parts.length < 2 ? Map.of() : Map.of(parts[0], parts[1])));
    sources.addLast(
        new MapPropertySource(
            "arguments",
            Map.of("goldenpath.targets.given.socket.url", "wss://given.example.com/ws")));
    new YamlSourceLoader()
        .load("written", new ByteArrayResource(YAML.getBytes(StandardCharsets.UTF_8)))
        .forEach(sources::addLast);
    return SettingSources.of(sources);
  }
}
