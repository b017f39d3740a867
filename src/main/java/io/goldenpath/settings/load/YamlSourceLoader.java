package io.goldenpath.settings.load;

import io.goldenpath.settings.mistakes.Mistake;
import io.goldenpath.settings.mistakes.SettingsException;
import io.goldenpath.settings.source.YamlDocument;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads YAML as Spring does, with the line of each key; a syntax error names file and position. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class YamlSourceLoader implements PropertySourceLoader {

  private final PropertySourceLoader yaml = new YamlPropertySourceLoader();

  @Override
  public String[] getFileExtensions() {
    return yaml.getFileExtensions();
  }

  @Override
  public List<PropertySource<?>> load(String name, Resource resource) throws IOException {
    try {
      return YamlDocument.located(yaml.load(name, resource), resource);
    } catch (MarkedYAMLException broken) {
      throw new SettingsException(List.of(mistake(resource, broken)));
    }
  }

  /** Without the line itself, which may hold a secret. */
  private static Mistake mistake(Resource resource, MarkedYAMLException broken) {
    Mark mark = broken.getProblemMark();
    String file = String.valueOf(resource.getFilename());
    return new Mistake(
        file,
        mark == null
            ? ""
            : "line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1),
        "is no YAML: " + broken.getProblem());
  }
}
