package io.goldenpath.settings.dialect;

import io.goldenpath.settings.mistakes.SettingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Files with templates that are too long for the settings, beside the file that names them. */
final class TemplateFiles {

  private static final int MOST_BYTES = 256 * 1024;

  private final Set<Path> read = new LinkedHashSet<>();

  /** All that were named, for whoever watches them. */
  Set<Path> all() {
    return read;
  }

  /** Empty, with a mistake, where there is none that can be read. */
  Optional<String> read(SettingKey at, String name) {
    try {
      Path file = at.folder().orElse(Path.of("")).resolve(name);
      read.add(file);
      if (!Files.isRegularFile(file)) {
        return at.wrong("there is no file %s", file);
      }
      if (Files.size(file) > MOST_BYTES) {
        return at.wrong("%s is longer than %d KB", file, MOST_BYTES / 1024);
      }
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (InvalidPathException _) {
      return at.wrong("expected the name of a file, but found '%s'", name);
    } catch (IOException unreadable) {
      return at.wrong("cannot be read: %s", unreadable.getMessage());
    }
  }
}
