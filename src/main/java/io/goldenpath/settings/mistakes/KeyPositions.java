package io.goldenpath.settings.mistakes;

import io.goldenpath.settings.source.YamlDocument;
import io.goldenpath.settings.source.YamlLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.springframework.core.io.Resource;

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

  /** The folder of the first file with this key, or with one around or beneath it. */
  Optional<Path> folder(String key) {
    for (ConfigurationPropertyName block = name(key); !block.isEmpty(); block = block.getParent()) {
      Optional<Path> folder = sources.stream().flatMap(beneath(block)).findFirst();
      if (folder.isPresent()) {
        return folder;
      }
    }
    return Optional.empty();
  }

  private static Function<ConfigurationPropertySource, Stream<Path>> beneath(
      ConfigurationPropertyName block) {
    return source ->
        properties(block, source)
            .map(KeyPositions::origin)
            .flatMap(origin ->
                origin instanceof TextResourceOrigin text
                    ? folder(text.getResource())
                    : Stream.of());
  }

  private static Stream<Path> folder(@Nullable Resource resource) {
    try {
      return resource == null || !resource.isFile()
          ? Stream.empty()
          : Stream.ofNullable(resource.getFile().toPath().toAbsolutePath().getParent());
    } catch (IOException _) {
      return Stream.empty();
    }
  }

  /** Whether anything is written at this key or beneath it. */
  boolean isWritten(String key) {
    return isPresent(name(key));
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
    return properties(block, source)
        .map(KeyPositions::origin)
        .flatMap(Stream::ofNullable)
        .map(origin -> position(index, origin));
  }

  private static Stream<ConfigurationProperty> properties(
      ConfigurationPropertyName block, ConfigurationPropertySource source) {
    Stream<ConfigurationPropertyName> beneath =
        source instanceof IterableConfigurationPropertySource names
            ? names.stream().filter(block::isAncestorOf)
            : Stream.empty();
    return Stream.concat(Stream.of(block), beneath)
        .map(source::getConfigurationProperty)
        .flatMap(Stream::ofNullable);
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

  /** Without the indices of lists in whose place their only member is written. */
  private ConfigurationPropertyName name(String key) {
    ConfigurationPropertyName whole =
        ConfigurationPropertyName.isValid(key)
            ? ConfigurationPropertyName.of(key)
            : ConfigurationPropertyName.adapt(key, '.');
    ConfigurationPropertyName name = ConfigurationPropertyName.EMPTY;
    for (int i = 0; i < whole.getNumberOfElements(); i++) {
      ConfigurationPropertyName longer = name.append(whole.subName(i).chop(1));
      boolean member = whole.isNumericIndex(i) && !isPresent(longer) && isPresent(name);
      name = member ? name : longer;
    }
    return name;
  }

  private boolean isPresent(ConfigurationPropertyName name) {
    return sources.stream()
        .anyMatch(source ->
            source.getConfigurationProperty(name) != null
                || source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT);
  }
}
