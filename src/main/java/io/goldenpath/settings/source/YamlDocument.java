package io.goldenpath.settings.source;

import java.io.IOException;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;

/** Values of one YAML document by key, and where each key and each member of a list stands. */
public final class YamlDocument extends AbstractMap<String, Object> {

  private final Map<String, Object> values;
  private final YamlLines lines;

  YamlDocument(Map<String, Object> values, YamlLines lines) {
    this.values = values;
    this.lines = lines;
  }

  /**
   * The same sources with the lines of their keys; as they are where the file has changed since.
   */
  public static List<PropertySource<?>> located(List<PropertySource<?>> read, Resource resource)
      throws IOException {
    List<YamlLines> lines = YamlLines.ofAll(resource);
    if (lines.size() != read.size()) {
      return read;
    }
    List<PropertySource<?>> located = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      located.add(
          read.get(i) instanceof OriginTrackedMapPropertySource file
              ? new OriginTrackedMapPropertySource(
                  file.getName(), new YamlDocument(file.getSource(), lines.get(i)), true)
              : read.get(i));
    }
    return located;
  }

  /** The document behind this source; empty where it is none. */
  public static Optional<YamlDocument> of(ConfigurationPropertySource source) {
    return source.getUnderlyingSource() instanceof MapPropertySource map
            && map.getSource() instanceof YamlDocument document
        ? Optional.of(document)
        : Optional.empty();
  }

  public YamlLines lines() {
    return lines;
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return values.entrySet();
  }

  @Override
  public @Nullable Object get(Object key) {
    return values.get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return values.containsKey(key);
  }
}
