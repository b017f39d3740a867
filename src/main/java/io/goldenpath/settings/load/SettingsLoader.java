package io.goldenpath.settings.load;

import io.goldenpath.settings.mistakes.SettingsException;
import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.settings.reader.Settings;
import io.goldenpath.settings.reader.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Loads {@code goldenpath} from Spring's property sources, or refuses it with every mistake. */
public final class SettingsLoader {

  private SettingsLoader() {}

  /** Throws {@link SettingsException} with every mistake. */
  public static Settings load(ConfigurableEnvironment environment) {
    return SettingsReader.read(environment.getPropertySources());
  }

  /**
   * Reads these files alone; a later one wins, and each must hold something. Throws {@link
   * SettingsException}.
   */
  public static Settings load(List<Path> files) {
    String locations =
        files.stream()
            .map(file -> "file:" + file.toAbsolutePath())
            .collect(Collectors.joining(","));
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("files", Map.of("spring.config.location", locations)));
    try {
      Settings settings = SettingsReader.read(FreshPropertySources.of(environment).sources());
      ForeignFiles.refuse(files);
      return settings;
    } catch (RuntimeException unreadable) {
      throw SettingsException.of(unreadable);
    }
  }

  /** The demo's probes, from its own file, in which these variables stand. */
  public static List<ProbeSetup> demoTarget(Map<String, Object> variables) {
    MutablePropertySources sources = new MutablePropertySources();
    sources.addLast(new MapPropertySource("demo platform", variables));
    try {
      new YamlPropertySourceLoader()
          .load("demo target", new ClassPathResource("demo-target.yaml"))
          .forEach(sources::addLast);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return SettingsReader.read(sources).setups();
  }
}
