package io.goldenpath.settings.dialect;

import io.goldenpath.settings.keys.KeySchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;

/** A source in which the only member of a list may stand in place of the list. */
final class SingleMembers implements IterableConfigurationPropertySource {

  private final IterableConfigurationPropertySource source;

  /** Keys as they are written, by what they are once each list is one. */
  private final Map<ConfigurationPropertyName, ConfigurationPropertyName> written =
      new LinkedHashMap<>();

  private SingleMembers(IterableConfigurationPropertySource source) {
    this.source = source;
    source.stream().forEach(name -> written.putIfAbsent(listed(name), name));
  }

  /** The source itself where it does not tell its keys. */
  static ConfigurationPropertySource in(ConfigurationPropertySource source) {
    return source instanceof IterableConfigurationPropertySource keys
        ? new SingleMembers(keys)
        : source;
  }

  @Override
  public Stream<ConfigurationPropertyName> stream() {
    return written.keySet().stream();
  }

  @Override
  public @Nullable ConfigurationProperty getConfigurationProperty(ConfigurationPropertyName name) {
    ConfigurationPropertyName there = written.get(name);
    ConfigurationProperty found = source.getConfigurationProperty(there == null ? name : there);
    return found == null || there == null || there.equals(name)
        ? found
        : new ConfigurationProperty(name, found.getValue(), found.getOrigin());
  }

  @Override
  public ConfigurationPropertyState containsDescendantOf(ConfigurationPropertyName name) {
    return written.keySet().stream().anyMatch(name::isAncestorOf)
        ? ConfigurationPropertyState.PRESENT
        : ConfigurationPropertyState.ABSENT;
  }

  @Override
  public @Nullable Object getUnderlyingSource() {
    return source.getUnderlyingSource();
  }

  /** The key with an index for each list that its only member stands for. */
  private ConfigurationPropertyName listed(ConfigurationPropertyName name) {
    ConfigurationPropertyName listed = name.chop(1);
    Optional<KeySchema> schema = Optional.of(KeySchema.ROOT);
    for (int i = 1; i < name.getNumberOfElements(); i++) {
      if (isList(schema) && !name.isNumericIndex(i)) {
        listed = listed.append("[0]");
      }
      int element = i;
      schema = schema.flatMap(block -> block.child(name, element));
      listed = listed.append(name.subName(i).chop(1));
    }
    return isList(schema) && !isEmpty(name) ? listed.append("[0]") : listed;
  }

  private static boolean isList(Optional<KeySchema> schema) {
    return schema
        .filter(block -> block instanceof KeySchema.Items items && items.orOne())
        .isPresent();
  }

  /** What Spring makes of <code>[]</code>. */
  private boolean isEmpty(ConfigurationPropertyName name) {
    ConfigurationProperty property = source.getConfigurationProperty(name);
    return property != null && property.getValue().equals("");
  }
}
