package io.goldenpath.settings.reader;

import io.goldenpath.settings.load.YamlSourceLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Settings as a test writes them, with one variable beside them: {@code PASSWORD}. */
public final class WrittenSettings {

  public static final String PASSWORD = "correct horse battery staple";

  private final MutablePropertySources sources = new MutablePropertySources();

  private WrittenSettings(Resource yaml) throws IOException {
    sources.addLast(new MapPropertySource("variables", Map.of("PASSWORD", PASSWORD)));
    new YamlSourceLoader().load("written", yaml).forEach(sources::addLast);
  }

  public static WrittenSettings ofFile(Path file) throws IOException {
    return new WrittenSettings(new FileSystemResource(file));
  }

  public static WrittenSettings ofYaml(String yaml) throws IOException {
    return new WrittenSettings(
        new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public String getFilename() {
            return "written.yaml";
          }
        });
  }

  WrittenSettings with(String variable, String value) {
    return with(Map.of(variable, value));
  }

  /** Variables of the environment, in place of those before. */
  WrittenSettings with(Map<String, Object> variables) {
    sources.addFirst(
        new SystemEnvironmentPropertySource(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    return this;
  }

  /** With a directory of files, as {@code spring.config.import} mounts it. */
  WrittenSettings mounted(Path directory) {
    sources.addFirst(
        new ConfigTreePropertySource(
            "mounted", directory, ConfigTreePropertySource.Option.AUTO_TRIM_TRAILING_NEW_LINE));
    return this;
  }

  public Settings settings() {
    return SettingsReader.read(sources);
  }
}
