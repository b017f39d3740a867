package io.goldenpath.settings.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Sources in which settings are written, strongest first, and the same as Spring binds them. */
public record SettingSources(
    List<PropertySource<?>> written, List<ConfigurationPropertySource> keys) {

  public static SettingSources of(Iterable<PropertySource<?>> sources) {
    List<PropertySource<?>> written = new ArrayList<>();
    for (PropertySource<?> source : sources) {
      if (!ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)) {
        written.add(
            source instanceof SystemEnvironmentPropertySource environment
                ? LiteralEnvironment.of(environment)
                : source);
      }
    }
    List<ConfigurationPropertySource> keys = new ArrayList<>();
    ConfigurationPropertySources.from(written).forEach(keys::add);
    return new SettingSources(List.copyOf(written), List.copyOf(keys));
  }

  /** Sources that were read from files of keys. */
  public Stream<OriginTrackedMapPropertySource> files() {
    return written.stream()
        .filter(OriginTrackedMapPropertySource.class::isInstance)
        .map(OriginTrackedMapPropertySource.class::cast);
  }
}
