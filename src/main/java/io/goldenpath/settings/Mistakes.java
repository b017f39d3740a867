package io.goldenpath.settings;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.origin.TextResourceOrigin;

/** Collects mistakes and knows where each key was written. */
final class Mistakes {

  private final Iterable<ConfigurationPropertySource> sources;
  private final List<Mistake> all = new ArrayList<>();

  Mistakes(Iterable<ConfigurationPropertySource> sources) {
    this.sources = sources;
  }

  void add(String key, String problem) {
    all.add(new Mistake(key, where(key), problem));
  }

  List<Mistake> all() {
    return List.copyOf(all);
  }

  boolean any() {
    return !all.isEmpty();
  }

  void refuse() {
    if (any()) {
      throw new SettingsException(all.stream().distinct().toList());
    }
  }

  /** File and line of this key; empty where it is not written at all. */
  private String where(String key) {
    ConfigurationPropertyName name =
        ConfigurationPropertyName.isValid(key)
            ? ConfigurationPropertyName.of(key)
            : ConfigurationPropertyName.adapt(key, '.');
    for (ConfigurationPropertySource source : sources) {
      ConfigurationProperty property = source.getConfigurationProperty(name);
      if (property != null) {
        return origin(property);
      }
    }
    return "";
  }

  private static String origin(ConfigurationProperty property) {
    if (property.getOrigin() instanceof TextResourceOrigin text
        && text.getResource() != null
        && text.getLocation() != null) {
      return text.getResource().getFilename() + " line " + (text.getLocation().getLine() + 1);
    }
    return String.valueOf(property.getOrigin());
  }
}
