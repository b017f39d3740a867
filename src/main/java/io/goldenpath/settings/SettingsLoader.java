package io.goldenpath.settings;

import io.goldenpath.probe.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** Reads {@code goldenpath} from Spring's property sources, and refuses it with every mistake. */
public final class SettingsLoader {

  private static final String PREFIX = "goldenpath";

  private SettingsLoader() {}

  /**
   * The settings of this environment.
   *
   * @throws SettingsException with every mistake
   */
  public static Settings load(ConfigurableEnvironment environment) {
    return load(environment.getPropertySources());
  }

  /**
   * The demo platform as a target like any other, read from its own file.
   *
   * @param port where the platform listens on loopback
   * @param accounts its accounts, password by e-mail
   */
  public static List<ProbeSetup> demoTarget(int port, Map<String, Secret> accounts) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("demo-port", Integer.toString(port));
    int slot = 1;
    for (Map.Entry<String, Secret> account : accounts.entrySet()) {
      variables.put("demo-email-" + slot, account.getKey());
      variables.put("demo-password-" + slot, account.getValue().reveal());
      slot++;
    }
    MutablePropertySources sources = new MutablePropertySources();
    sources.addLast(new MapPropertySource("demo platform", variables));
    try {
      List<PropertySource<?>> file =
          new YamlPropertySourceLoader()
              .load("demo target", new ClassPathResource("demo-target.yaml"));
      file.forEach(sources::addLast);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return load(sources).setups();
  }

  private static Settings load(MutablePropertySources sources) {
    List<ConfigurationPropertySource> keys = new ArrayList<>();
    ConfigurationPropertySources.from(sources).forEach(keys::add);
    Mistakes mistakes = new Mistakes(keys);
    GoldenPathProperties properties = bind(sources, keys, mistakes);
    List<ProbeSetup> setups = new TargetReader(properties, mistakes).setups();
    mistakes.refuse();
    boolean demo =
        Objects.requireNonNullElse(properties.demo().enabled(), properties.targets().isEmpty());
    return new Settings(properties.location(), setups, demo, properties.access().token());
  }

  private static GoldenPathProperties bind(
      MutablePropertySources sources, List<ConfigurationPropertySource> keys, Mistakes mistakes) {
    Binder binder = new Binder(keys, new PropertySourcesPlaceholdersResolver(sources));
    try {
      BindHandler handler =
          new CollectingBindHandler(
              new NoUnboundElementsBindHandler(BindHandler.DEFAULT), mistakes);
      return bind(binder, handler);
    } catch (UnboundConfigurationPropertiesException unknown) {
      unknown
          .getUnboundProperties()
          .forEach(property ->
              mistakes.add(property.getName().toString(), UnknownKeys.explain(property.getName())));
      return bind(binder, new CollectingBindHandler(BindHandler.DEFAULT, mistakes));
    }
  }

  private static GoldenPathProperties bind(Binder binder, BindHandler handler) {
    Bindable<GoldenPathProperties> bindable = Bindable.of(GoldenPathProperties.class);
    return Optional.ofNullable(binder.bind(PREFIX, bindable, handler).orElse(null))
        .orElseGet(() -> binder.bindOrCreate(PREFIX, bindable));
  }
}
