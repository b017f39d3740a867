package io.goldenpath.settings.mistakes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;

/** Positions of keys in their files. */
final class KeyPositions {

  private final List<ConfigurationPropertySource> sources;

  KeyPositions(List<ConfigurationPropertySource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** The position of this key, or of the first key in the nearest block around it. */
  KeyPosition of(String key) {
    for (ConfigurationPropertyName name = name(key); !name.isEmpty(); name = name.getParent()) {
      List<KeyPosition> positions = positionsWithin(name);
      if (!positions.isEmpty()) {
        return Collections.min(positions);
      }
    }
    return KeyPosition.UNKNOWN;
  }

  /** Whether anything is written at this key or beneath it. */
  boolean isWritten(String key) {
    ConfigurationPropertyName name = name(key);
    return sources.stream()
        .anyMatch(source ->
            source.getConfigurationProperty(name) != null
                || source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT);
  }

  private List<KeyPosition> positionsWithin(ConfigurationPropertyName block) {
    List<KeyPosition> positions = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      ConfigurationPropertySource source = sources.get(i);
      add(positions, i, source.getConfigurationProperty(block));
      if (source instanceof IterableConfigurationPropertySource names) {
        int index = i;
        names.stream()
            .filter(block::isAncestorOf)
            .forEach(name -> add(positions, index, names.getConfigurationProperty(name)));
      }
    }
    return positions;
  }

  private static void add(
      List<KeyPosition> positions, int source, @Nullable ConfigurationProperty property) {
    if (property == null) {
      return;
    }
    Origin origin = origin(property);
    if (origin instanceof TextResourceOrigin text
        && text.getResource() != null
        && text.getLocation() != null) {
      int line = text.getLocation().getLine() + 1;
      positions.add(
          new KeyPosition(source, line, text.getResource().getFilename() + " line " + line));
    } else if (origin != null) {
      positions.add(new KeyPosition(source, 0, origin.toString()));
    }
  }

  static @Nullable Origin origin(ConfigurationProperty property) {
    return property.getOrigin() instanceof PropertySourceOrigin passed
        ? passed.getOrigin()
        : property.getOrigin();
  }

  private static ConfigurationPropertyName name(String key) {
    return ConfigurationPropertyName.isValid(key)
        ? ConfigurationPropertyName.of(key)
        : ConfigurationPropertyName.adapt(key, '.');
  }
}
