package io.goldenpath.settings.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;

/**
 * Sources split by the names that stand beneath a key. Spring looks through all keys for each map
 * that it binds, so that many targets in one map cost time by their square, and each by itself does
 * not.
 */
public final class SourcesByName {

  private final ConfigurationPropertyName key;
  private final List<ConfigurationPropertySource> sources;
  private final Map<String, ConfigurationPropertyName> names = new LinkedHashMap<>();
  private final List<Map<ConfigurationPropertyName, List<ConfigurationPropertyName>>> beneath =
      new ArrayList<>();

  public SourcesByName(ConfigurationPropertyName key, List<ConfigurationPropertySource> sources) {
    this.key = key;
    this.sources = sources;
    sources.forEach(source -> beneath.add(split(source)));
  }

  /** Keys beneath the key by their last element as it is written, the strongest source first. */
  public Map<String, ConfigurationPropertyName> names() {
    return names;
  }

  /** All but what stands beneath the key. */
  public List<ConfigurationPropertySource> others() {
    return sources.stream().map(this::others).toList();
  }

  /** What files have beneath one of the names, and the other sources that may have something. */
  public List<ConfigurationPropertySource> of(ConfigurationPropertyName name) {
    List<ConfigurationPropertySource> some = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      ConfigurationPropertySource source = sources.get(i);
      List<ConfigurationPropertyName> keys = beneath.get(i).get(name);
      if (isFile(source) && keys != null) {
        some.add(new SomeKeys(source, keys));
      } else if (!isFile(source) && mayHave(source, beneath.get(i))) {
        some.add(source);
      }
    }
    return some;
  }

  private static boolean mayHave(ConfigurationPropertySource source, Map<?, ?> beneath) {
    return !(source instanceof IterableConfigurationPropertySource) || !beneath.isEmpty();
  }

  private ConfigurationPropertySource others(ConfigurationPropertySource source) {
    return isFile(source)
        ? new SomeKeys(source, keys(source).filter(name -> !key.isAncestorOf(name)).toList())
        : source.filter(name -> !key.isAncestorOf(name));
  }

  /** Its keys are as they are written; a variable may be any of several keys. */
  private static boolean isFile(ConfigurationPropertySource source) {
    return source.getUnderlyingSource() instanceof OriginTrackedMapPropertySource;
  }

  private Map<ConfigurationPropertyName, List<ConfigurationPropertyName>> split(
      ConfigurationPropertySource source) {
    Map<ConfigurationPropertyName, List<ConfigurationPropertyName>> split = new LinkedHashMap<>();
    keys(source)
        .filter(key::isAncestorOf)
        .forEach(written -> {
          ConfigurationPropertyName name = written.chop(key.getNumberOfElements() + 1);
          names.putIfAbsent(name.getLastElement(Form.ORIGINAL), name);
          split.computeIfAbsent(name, _ -> new ArrayList<>()).add(written);
        });
    return split;
  }

  private static Stream<ConfigurationPropertyName> keys(ConfigurationPropertySource source) {
    return source instanceof IterableConfigurationPropertySource keys
        ? keys.stream()
        : Stream.empty();
  }
}
