package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.settings.keys.GoldenPathProperties;
import io.goldenpath.settings.keys.LevelProperties;
import io.goldenpath.settings.mistakes.CollectingBindHandler;
import io.goldenpath.settings.mistakes.KeyValidator;
import io.goldenpath.settings.mistakes.Mistakes;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;

/** Binds and checks property sources, or refuses them with every mistake. */
public final class SettingsReader {

  private final MutablePropertySources sources;
  private final List<ConfigurationPropertySource> keys = new ArrayList<>();
  private final Mistakes mistakes;

  public SettingsReader(MutablePropertySources sources) {
    this.sources = sources;
    ConfigurationPropertySources.from(sources).forEach(keys::add);
    this.mistakes = new Mistakes(keys);
  }

  public Settings settings() {
    SettingKey root = new SettingKey("goldenpath", mistakes);
    GoldenPathProperties written = bind(root, GoldenPathProperties.class);
    if (written.location().isBlank()) {
      root.child("location").wrong("must not be blank: it is a label on every series");
    }
    ContractsReader contracts = new ContractsReader(root.child("contracts"), written.contracts());
    Levels levels = Levels.outermost(root, bind(root, LevelProperties.class));
    List<ProbeSetup> setups = new ArrayList<>();
    written
        .targets()
        .forEach((name, target) ->
            setups.addAll(
                new TargetReader(root.child("targets").child(name), target, levels, contracts)
                    .setups(name)));
    new KeyValidator(sources, keys, mistakes).check();
    mistakes.throwIfAny();
    boolean demo = requireNonNullElse(written.demo().enabled(), written.targets().isEmpty());
    return new Settings(
        written.location(), setups, demo, written.access().token(), mistakes.warnings());
  }

  private <T> T bind(SettingKey at, Class<T> type) {
    PropertySourcesPlaceholdersResolver variables =
        new PropertySourcesPlaceholdersResolver(sources);
    return new Binder(keys, variables)
        .bindOrCreate(at.path(), Bindable.of(type), new CollectingBindHandler(variables, mistakes));
  }
}
