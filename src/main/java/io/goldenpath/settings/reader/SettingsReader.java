package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.settings.keys.GoldenPathProperties;
import io.goldenpath.settings.keys.LevelProperties;
import io.goldenpath.settings.mistakes.CollectingBindHandler;
import io.goldenpath.settings.mistakes.KeyValidator;
import io.goldenpath.settings.mistakes.Mistakes;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.mistakes.SettingsException;
import io.goldenpath.settings.source.SettingSources;
import io.goldenpath.settings.source.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MutablePropertySources;

/** Binds and checks property sources, or refuses them with every mistake. */
public final class SettingsReader {

  private SettingsReader() {}

  /** Throws {@link SettingsException} with every mistake. */
  public static Settings read(MutablePropertySources sources) {
    SettingSources written = SettingSources.of(sources);
    Mistakes mistakes = new Mistakes(written.keys());
    Variables variables = new Variables(written);
    Binder binder =
        new Binder(
            written.keys(), variables, null, null, new CollectingBindHandler(variables, mistakes));
    Settings settings =
        settings(
            new SettingKey("goldenpath", mistakes),
            binder.bindOrCreate("goldenpath", GoldenPathProperties.class),
            binder.bindOrCreate("goldenpath", LevelProperties.class),
            name -> variable(sources, name));
    KeyValidator.check(written, mistakes);
    mistakes.throwIfAny();
    return settings;
  }

  /** As it is, for what looks like a placeholder in it is none. */
  private static Optional<String> variable(MutablePropertySources sources, String name) {
    return sources.stream()
        .flatMap(source -> Stream.ofNullable(source.getProperty(name)))
        .map(String::valueOf)
        .findFirst();
  }

  private static Settings settings(
      SettingKey root,
      GoldenPathProperties written,
      LevelProperties outermost,
      Function<String, Optional<String>> environment) {
    if (written.location().isBlank()) {
      root.child("location").wrong("must not be blank: it is a label on every series");
    }
    Contracts contracts = Contracts.read(root.child("contracts"), written.contracts());
    Levels levels = Levels.outermost(root, outermost);
    SettingKey all = root.child("targets");
    List<ProbeSetup> setups = new ArrayList<>();
    written
        .targets()
        .forEach((name, target) ->
            setups.addAll(
                new TargetReader(all.child(name), target, levels, contracts, environment)
                    .setups(name)));
    boolean demo = requireNonNullElse(written.demo().enabled(), written.targets().isEmpty());
    return new Settings(
        written.location(), setups, demo, written.access().token(), root.mistakes().warnings());
  }
}
