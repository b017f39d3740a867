package io.goldenpath.settings.mistakes;

import io.goldenpath.settings.source.YamlDocument;
import io.goldenpath.settings.source.YamlLines;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;

/** Positions of keys in their files, of which the first is the strongest. */
record KeyPositions(List<ConfigurationPropertySource> sources) {

  /** Where a key was written; source 0 is the strongest, the text is file and line. */
  record Position(int source, int line, String text) {

    static final Position UNKNOWN = new Position(Integer.MAX_VALUE, Integer.MAX_VALUE, "");
    static final Comparator<Position> FILE_ORDER =
        Comparator.comparingInt(Position::source).thenComparingInt(Position::line);
  }

  /** The position of this key, or of the nearest block around it. */
  Position of(String key) {
    Optional<Position> found = Optional.empty();
    for (ConfigurationPropertyName name = name(key);
        found.isEmpty() && !name.isEmpty();
        name = name.getParent()) {
      ConfigurationPropertyName block = name;
      found =
          IntStream.range(0, sources.size())
              .boxed()
              .flatMap(source -> positions(block, source))
              .min(Position.FILE_ORDER);
    }
    return found.orElse(Position.UNKNOWN);
  }

  /** Whether anything is written at this key or beneath it. */
  boolean isWritten(String key) {
    ConfigurationPropertyName name = name(key);
    return sources.stream()
        .anyMatch(source ->
            source.getConfigurationProperty(name) != null
                || source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT);
  }

  /** In YAML the key itself; elsewhere the values at it and beneath it. */
  private Stream<Position> positions(ConfigurationPropertyName block, int index) {
    ConfigurationPropertySource source = sources.get(index);
    Optional<YamlLines> yaml = YamlDocument.of(source).map(YamlDocument::lines);
    return yaml.isPresent()
        ? yaml.stream()
            .flatMap(lines ->
                lines.of(block).stream()
                    .map(line -> new Position(index, line, lines.file() + " line " + line)))
        : positionsWithin(block, index, source);
  }

  private static Stream<Position> positionsWithin(
      ConfigurationPropertyName block, int index, ConfigurationPropertySource source) {
    Stream<ConfigurationPropertyName> beneath =
        source instanceof IterableConfigurationPropertySource names
            ? names.stream().filter(block::isAncestorOf)
            : Stream.empty();
    return Stream.concat(Stream.of(block), beneath)
        .map(source::getConfigurationProperty)
        .flatMap(Stream::ofNullable)
        .map(KeyPositions::origin)
        .flatMap(Stream::ofNullable)
        .map(origin -> position(index, origin));
  }

  private static Position position(int source, Origin origin) {
    if (origin instanceof TextResourceOrigin text
        && text.getResource() != null
        && text.getLocation() != null) {
      int line = text.getLocation().getLine() + 1;
      return new Position(source, line, text.getResource().getFilename() + " line " + line);
    }
    return new Position(source, 0, origin.toString());
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
