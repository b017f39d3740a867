package io.goldenpath.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;

/** Where each key was written. */
final class Places {

  private final List<ConfigurationPropertySource> sources;

  Places(List<ConfigurationPropertySource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** The place of this key, or the top of the block in which it would stand. */
  Place of(String key) {
    for (ConfigurationPropertyName name = name(key); !name.isEmpty(); name = name.getParent()) {
      List<Place> places = within(name);
      if (!places.isEmpty()) {
        return Collections.min(places);
      }
    }
    return Place.NOWHERE;
  }

  /** Whether anything is written at this key or beneath it. */
  boolean written(String key) {
    return !within(name(key)).isEmpty();
  }

  private List<Place> within(ConfigurationPropertyName block) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      ConfigurationPropertySource source = sources.get(i);
      add(places, i, source.getConfigurationProperty(block));
      if (source instanceof IterableConfigurationPropertySource names) {
        int index = i;
        names.stream()
            .filter(block::isAncestorOf)
            .forEach(name -> add(places, index, names.getConfigurationProperty(name)));
      }
    }
    return places;
  }

  private static void add(
      List<Place> places, int source, @Nullable ConfigurationProperty property) {
    if (property == null) {
      return;
    }
    Origin origin = origin(property);
    if (origin instanceof TextResourceOrigin text
        && text.getResource() != null
        && text.getLocation() != null) {
      int line = text.getLocation().getLine() + 1;
      places.add(new Place(source, line, text.getResource().getFilename() + " line " + line));
    } else if (origin != null) {
      places.add(new Place(source, 0, origin.toString()));
    }
  }

  /** Where this was written, without the source that passed it on. */
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
