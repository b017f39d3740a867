package io.goldenpath.settings.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;

/** A source that lists only some of its keys, and finds none of the others beneath them. */
final class SomeKeys implements IterableConfigurationPropertySource {

  private final ConfigurationPropertySource source;
  private final List<ConfigurationPropertyName> keys;
  private final Set<ConfigurationPropertyName> ancestors = new HashSet<>();

  SomeKeys(ConfigurationPropertySource source, List<ConfigurationPropertyName> keys) {
    this.source = source;
    this.keys = keys;
    for (ConfigurationPropertyName key : keys) {
      ConfigurationPropertyName above = key.getParent();
      while (!above.isEmpty() && ancestors.add(above)) {
        above = above.getParent();
      }
    }
  }

  @Override
  public Stream<ConfigurationPropertyName> stream() {
    return keys.stream();
  }

  @Override
  public @Nullable ConfigurationProperty getConfigurationProperty(ConfigurationPropertyName name) {
    return source.getConfigurationProperty(name);
  }

  @Override
  public ConfigurationPropertyState containsDescendantOf(ConfigurationPropertyName name) {
    return ancestors.contains(name)
        ? ConfigurationPropertyState.PRESENT
        : ConfigurationPropertyState.ABSENT;
  }

  @Override
  public @Nullable Object getUnderlyingSource() {
    return source.getUnderlyingSource();
  }
}
