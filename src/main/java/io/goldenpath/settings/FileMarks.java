package io.goldenpath.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the file system says of files, so that a change is seen without reading them. */
final class FileMarks {

  private static final int DEPTH = 4;
  private static final int MOST = 10_000;

  private final Set<Path> watched = new TreeSet<>();

  /**
   * What is known of one file.
   *
   * @param real where it is kept behind all links, which is what changes when a volume is swapped
   */
  record Mark(Path real, FileTime modified, long size) {}

  /** From now on these are looked at too, and the directories in which they may be replaced. */
  void watch(Collection<Path> files) {
    files.stream().map(Path::toAbsolutePath).map(Path::normalize).forEach(watched::add);
  }

  Map<Path, Mark> look() {
    Map<Path, Mark> marks = new TreeMap<>();
    for (Path path : watched) {
      mark(path, marks);
      if (Files.isDirectory(path)) {
        beneath(path, marks);
      } else if (path.getParent() != null) {
        mark(path.getParent(), marks);
      }
    }
    return marks;
  }

  private static void beneath(Path directory, Map<Path, Mark> marks) {
    try (Stream<Path> files = Files.walk(directory, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      files.limit(MOST).forEach(path -> mark(path, marks));
    } catch (IOException | UncheckedIOException _) {
      // it is being replaced: the next look will tell
    }
  }

  private static void mark(Path path, Map<Path, Mark> marks) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      marks.put(
          path, new Mark(path.toRealPath(), attributes.lastModifiedTime(), attributes.size()));
    } catch (IOException _) {
      // not there: its mark is that it has none
    }
  }
}
