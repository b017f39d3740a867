package io.goldenpath.settings.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Snapshots of file metadata: changes show without reading a file. */
final class WatchedFiles {

  private static final int MAX_DEPTH = 4;
  private static final int MAX_FILES = 10_000;

  private final Set<Path> watched = new TreeSet<>();

  /** The real path behind all links changes when a volume is swapped. */
  record FileState(Path real, FileTime modified, long size) {

    boolean changedBefore(Instant time) {
      return modified.toInstant().isBefore(time);
    }
  }

  void watch(Collection<Path> files) {
    files.stream().map(Path::toAbsolutePath).map(Path::normalize).forEach(watched::add);
  }

  Map<Path, FileState> snapshot() {
    Map<Path, FileState> states = new TreeMap<>();
    for (Path path : watched) {
      addAll(path, states);
      if (!Files.isDirectory(path) && path.getParent() != null) {
        addState(path.getParent(), states);
      }
    }
    return states;
  }

  private static void addAll(Path top, Map<Path, FileState> states) {
    try (Stream<Path> files = Files.walk(top, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      files.limit(MAX_FILES).forEach(path -> addState(path, states));
    } catch (IOException | UncheckedIOException _) {
      // missing or being replaced: the next poll sees it
    }
  }

  private static void addState(Path path, Map<Path, FileState> states) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      states.put(
          path, new FileState(path.toRealPath(), attributes.lastModifiedTime(), attributes.size()));
    } catch (IOException _) {
      // missing: it has no state
    }
  }
}
