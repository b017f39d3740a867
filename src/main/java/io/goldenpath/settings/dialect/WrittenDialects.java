package io.goldenpath.settings.dialect;

import io.goldenpath.settings.keys.DialectProperties;
import io.goldenpath.settings.source.SourcesByName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/** The dialects that sources describe, each bound by itself. */
public final class WrittenDialects {

  private static final ConfigurationPropertyName KEY =
      ConfigurationPropertyName.of("goldenpath.dialects");

  private final SourcesByName sources;

  public WrittenDialects(List<ConfigurationPropertySource> sources) {
    this.sources = new SourcesByName(KEY, sources);
  }

  /** The sources without dialects. */
  public List<ConfigurationPropertySource> others() {
    return sources.others();
  }

  /** What is written, by the names of the dialects. */
  public Map<String, DialectProperties> bind(
      Function<List<ConfigurationPropertySource>, Binder> binder) {
    Map<String, DialectProperties> bound = new LinkedHashMap<>();
    sources
        .names()
        .forEach((name, key) ->
            binder
                .apply(sources.of(key).stream().map(SingleMembers::in).toList())
                .bind(key, Bindable.of(DialectProperties.class))
                .ifBound(dialect -> bound.put(name, dialect)));
    return bound;
  }
}
