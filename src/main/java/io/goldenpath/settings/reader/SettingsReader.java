package io.goldenpath.settings.reader;

import io.goldenpath.settings.keys.GoldenPathProperties;
import io.goldenpath.settings.mistakes.CollectingBindHandler;
import io.goldenpath.settings.mistakes.KeyValidator;
import io.goldenpath.settings.mistakes.Mistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;

/** Reads settings from property sources: binds, checks, and refuses them with every mistake. */
public final class SettingsReader {

  private static final String PREFIX = "goldenpath";

  private final MutablePropertySources sources;
  private final List<ConfigurationPropertySource> keys = new ArrayList<>();
  private final Mistakes mistakes;

  public SettingsReader(MutablePropertySources sources) {
    this.sources = sources;
    ConfigurationPropertySources.from(sources).forEach(keys::add);
    this.mistakes = new Mistakes(keys);
  }

  public Settings settings() {
    GoldenPathProperties written = bind();
    if (written.location().isBlank()) {
      mistakes.add("goldenpath.location", "must not be blank: it is a label on every series");
    }
    List<ProbeSetup> setups = new TargetReader(written, mistakes).setups();
    new KeyValidator(sources, keys, mistakes).check();
    mistakes.throwIfAny();
    boolean demo =
        Objects.requireNonNullElse(written.demo().enabled(), written.targets().isEmpty());
    return new Settings(
        written.location(), setups, demo, written.access().token(), mistakes.warnings());
  }

  private GoldenPathProperties bind() {
    PropertySourcesPlaceholdersResolver variables =
        new PropertySourcesPlaceholdersResolver(sources);
    return new Binder(keys, variables)
        .bindOrCreate(
            PREFIX,
            Bindable.of(GoldenPathProperties.class),
            new CollectingBindHandler(variables, mistakes));
  }
}
