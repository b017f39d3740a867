package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.settings.dialect.WrittenDialects;
import io.goldenpath.settings.keys.GoldenPathProperties;
import io.goldenpath.settings.keys.LevelProperties;
import io.goldenpath.settings.keys.TargetProperties;
import io.goldenpath.settings.mistakes.CollectingBindHandler;
import io.goldenpath.settings.mistakes.KeyValidator;
import io.goldenpath.settings.mistakes.Mistakes;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.mistakes.SettingsException;
import io.goldenpath.settings.notify.NotifyReader;
import io.goldenpath.settings.service.AccessSettingsReader;
import io.goldenpath.settings.service.LinksReader;
import io.goldenpath.settings.service.MetricsSettings;
import io.goldenpath.settings.service.RunLinks;
import io.goldenpath.settings.source.SettingSources;
import io.goldenpath.settings.source.SourcesByName;
import io.goldenpath.settings.source.Variables;
import io.goldenpath.settings.tls.TlsBundles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.MutablePropertySources;

/** Binds and checks property sources, or refuses them with every mistake. */
public final class SettingsReader {

  private static final ConfigurationPropertyName TARGETS =
      ConfigurationPropertyName.of("goldenpath.targets");

  private SettingsReader() {}

  /** Throws {@link SettingsException} with every mistake. */
  public static Settings read(MutablePropertySources sources) {
    return read(sources, _ -> {});
  }

  /** Also tells the files that settings name, even where it throws. */
  public static Settings read(MutablePropertySources sources, Consumer<Set<Path>> files) {
    SettingSources written = SettingSources.of(sources);
    Mistakes mistakes = new Mistakes(written.keys());
    Variables variables = new Variables(written);
    SourcesByName targets = new SourcesByName(TARGETS, written.keys());
    BindHandler handler = new CollectingBindHandler(variables, mistakes);
    WrittenDialects dialects = new WrittenDialects(targets.others());
    Binder binder = new Binder(dialects.others(), variables, null, null, handler);
    TlsBundles bundles = TlsBundles.of(binder, mistakes);
    GoldenPathProperties properties = binder.bindOrCreate("goldenpath", GoldenPathProperties.class);
    LevelProperties outermost = binder.bindOrCreate("goldenpath", LevelProperties.class);
    if (properties == null || outermost == null) {
      // a text or a list stands there, as the handler has said
      mistakes.throwIfAny();
    }
    SettingKey root = new SettingKey("goldenpath", mistakes);
    Function<List<ConfigurationPropertySource>, Binder> each =
        some -> new Binder(some, variables, null, null, handler);
    GoldenPathProperties whole = properties.with(bind(targets, each), dialects.bind(each));
    References references = References.read(root, whole, bundles);
    Settings settings =
        settings(
            root,
            whole,
            outermost,
            references,
            new HistoryReader(root, binder).read(properties.history(), properties.data()),
            name -> variable(sources, name));
    files.accept(references.files());
    KeyValidator.check(written, mistakes);
    mistakes.throwIfAny();
    return settings;
  }

  private static Map<String, TargetProperties> bind(
      SourcesByName targets, Function<List<ConfigurationPropertySource>, Binder> binder) {
    Map<String, TargetProperties> bound = new LinkedHashMap<>();
    targets
        .names()
        .forEach((name, key) ->
            binder
                .apply(targets.of(key))
                .bind(key, Bindable.of(TargetProperties.class))
                .ifBound(target -> bound.put(name, target)));
    return bound;
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
      References references,
      HistorySettings history,
      Function<String, Optional<String>> environment) {
    if (written.location().isBlank()) {
      root.child("location").wrong("must not be blank: it is a label on every series");
    }
    Levels levels = Levels.outermost(root, outermost);
    SettingKey all = root.child("targets");
    List<ProbeSetup> setups = new ArrayList<>();
    written
        .targets()
        .forEach((name, target) ->
            setups.addAll(
                new TargetReader(all.child(name), target, levels, references, environment)
                    .setups(name)));
    new SharedAccounts(all).warn(setups);
    new DailyRuns(all).warn(setups);
    boolean demo = requireNonNullElse(written.demo().enabled(), written.targets().isEmpty());
    return new Settings(
        written.location(),
        setups,
        demo,
        new AccessSettingsReader(root.child("access")).read(written.access()),
        references.bundles().read(),
        references.dialects().files(),
        history,
        MetricsSettings.read(root.child("metrics"), written.metrics()),
        links(root, written),
        new NotifyReader(root.child("notify")).read(written.telling()),
        root.mistakes().warnings());
  }

  private static RunLinks links(SettingKey root, GoldenPathProperties written) {
    SettingKey all = root.child("targets");
    Map<String, String> byTarget = new HashMap<>();
    written
        .targets()
        .forEach((name, target) ->
            new LinksReader(all.child(name).child("links"))
                .trace(target.links())
                .ifPresent(address -> byTarget.put(name, address)));
    return new RunLinks(
        byTarget, new LinksReader(root.child("links")).trace(written.links()).orElse(null));
  }
}
