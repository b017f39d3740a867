package io.goldenpath.settings.load;

import io.goldenpath.settings.keys.KeySchema;
import io.goldenpath.settings.mistakes.Mistake;
import io.goldenpath.settings.mistakes.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.StringUtils;

/** Files that hold nothing of ours: whoever has them checked expects that they do. */
final class ForeignFiles {

  private static final String EXPECTED =
      "; expected 'goldenpath:' at the top, and 'targets:' beneath it";

  /** Spring's, which may stand in a file of their own beside one of ours. */
  private static final Set<String> SPRING =
      Set.of("spring", "server", "management", "logging", "debug", "trace", "info");

  private ForeignFiles() {}

  /** Throws {@link SettingsException} with a mistake for each such file. */
  static void refuse(List<Path> files) {
    List<Set<String>> roots = files.stream().map(ForeignFiles::roots).toList();
    boolean any = roots.stream().anyMatch(ForeignFiles::isOurs);
    List<Mistake> mistakes = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Set<String> keys = roots.get(i);
      boolean beside = any && !keys.isEmpty() && SPRING.containsAll(keys);
      if (!isOurs(keys) && !beside) {
        mistakes.add(
            new Mistake(String.valueOf(files.get(i).getFileName()), "", problem(keys) + EXPECTED));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new SettingsException(mistakes);
    }
  }

  private static boolean isOurs(Set<String> keys) {
    return keys.stream().anyMatch(key -> key.replace("-", "").equalsIgnoreCase("goldenpath"));
  }

  private static String problem(Set<String> keys) {
    if (keys.isEmpty()) {
      return "holds nothing";
    }
    // what Spring calls a list or a text that is the whole file
    if (keys.equals(Set.of("document"))) {
      return "is one list or text, and has no keys";
    }
    String misplaced =
        keys.stream()
            .filter(key -> KeySchema.all().containsKey("goldenpath." + key))
            .map(key -> "'" + key + "'")
            .collect(Collectors.joining(", "));
    return misplaced.isEmpty()
        ? "holds nothing of the monitor's, but " + String.join(", ", keys)
        : misplaced + " stands outside 'goldenpath:'";
  }

  private static Set<String> roots(Path file) {
    String extension = String.valueOf(StringUtils.getFilenameExtension(file.toString()));
    PropertySourceLoader loader =
        extension.equals("properties")
            ? new PropertiesPropertySourceLoader()
            : new YamlSourceLoader();
    try {
      return loader.load(file.toString(), new FileSystemResource(file)).stream()
          .filter(EnumerablePropertySource.class::isInstance)
          .flatMap(
              source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
          .filter(Objects::nonNull)
          .map(key -> key.split("[.\\[]", 2)[0])
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
