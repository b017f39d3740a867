package io.goldenpath.settings.mistakes;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/** Checks written keys against those that exist. */
public final class KeyValidator {

  private static final ConfigurationPropertyName PREFIX =
      ConfigurationPropertyName.of("goldenpath");
  private static final Pattern IGNORED_CHARACTERS = Pattern.compile("[^a-zA-Z0-9_-]");
  private static final Pattern BRACKETS = Pattern.compile("\\[[^]]*]");

  private final MutablePropertySources sources;
  private final List<ConfigurationPropertySource> keys;
  private final Mistakes mistakes;

  public KeyValidator(
      MutablePropertySources sources, List<ConfigurationPropertySource> keys, Mistakes mistakes) {
    this.sources = sources;
    this.keys = keys;
    this.mistakes = mistakes;
  }

  public void check() {
    UnboundElementsSourceFilter deliberate = new UnboundElementsSourceFilter();
    keys.stream()
        .filter(deliberate::apply)
        .filter(IterableConfigurationPropertySource.class::isInstance)
        .map(IterableConfigurationPropertySource.class::cast)
        .flatMap(IterableConfigurationPropertySource::stream)
        .filter(PREFIX::isAncestorOf)
        .distinct()
        .forEach(name -> UnknownKeys.explain(name, mistakes));
    sources.stream()
        .filter(OriginTrackedMapPropertySource.class::isInstance)
        .map(OriginTrackedMapPropertySource.class::cast)
        .flatMap(file -> Arrays.stream(file.getPropertyNames()))
        .forEach(this::checkPrefix);
  }

  private void checkPrefix(String key) {
    String root = key.split("[.\\[]", 2)[0];
    if (root.replace("-", "").equals(PREFIX.toString())) {
      checkCharacters(key);
    } else if (SpellingSuggestion.of(root, Set.of(PREFIX.toString())).isPresent()) {
      mistakes.unreadable(root, "there is no such key; the nearest one is '" + PREFIX + "'");
    }
  }

  private void checkCharacters(String key) {
    int end = 0;
    for (String element : BRACKETS.matcher(key).replaceAll("").split("\\.", -1)) {
      end = key.indexOf(element, end) + element.length();
      String read = IGNORED_CHARACTERS.matcher(element).replaceAll("");
      if (!read.equals(element)) {
        mistakes.unreadable(
            key.substring(0, end),
            "would be read as '%s': only letters, digits, '-' and '_' count here".formatted(read));
      }
    }
  }
}
