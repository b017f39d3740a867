package io.goldenpath.settings.mistakes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/** Collects mistakes, without those that only follow from another. */
public final class Mistakes {

  private final KeyPositions positions;
  private final List<Located> unreadable = new ArrayList<>();
  private final List<Located> all = new ArrayList<>();
  private final List<Located> warnings = new ArrayList<>();
  private final Set<String> unreadableKeys = new HashSet<>();

  public Mistakes(List<ConfigurationPropertySource> sources) {
    this.positions = new KeyPositions(sources);
  }

  private record Located(KeyPositions.Position position, Mistake mistake) {}

  public void add(String key, String problem) {
    all.add(locate(key, problem));
  }

  /** Nothing can be read at this key: other mistakes there or beneath it are left out. */
  public void unreadable(String key, String problem) {
    unreadable.add(locate(key, problem));
    unreadableKeys.add(lowerCase(key));
  }

  boolean hasUnreadableItem(String list) {
    return unreadableKeys.stream().anyMatch(key -> key.startsWith(lowerCase(list) + "["));
  }

  /** Was written elsewhere: that this key is missing is left out. */
  void misplaced(String key) {
    if (!positions.isWritten(key)) {
      unreadableKeys.add(lowerCase(key));
    }
  }

  boolean isWritten(String key) {
    return positions.isWritten(key);
  }

  Optional<Path> folder(String key) {
    return positions.folder(key);
  }

  void warn(String key, String problem) {
    warnings.add(locate(key, problem));
  }

  public List<Mistake> warnings() {
    return inFileOrder(warnings.stream());
  }

  public void throwIfAny() {
    if (!all().isEmpty()) {
      throw new SettingsException(all());
    }
  }

  /** In the order of the file, without mistakes that only follow from another. */
  public List<Mistake> all() {
    return inFileOrder(
        Stream.concat(
            unreadable.stream().filter(one -> !isBeneathUnreadable(one.mistake().key())),
            all.stream().filter(one -> !isConsequence(one.mistake().key()))));
  }

  private Located locate(String key, String problem) {
    KeyPositions.Position position = positions.of(key);
    return new Located(position, new Mistake(key, position.text(), problem));
  }

  private boolean isConsequence(String key) {
    return unreadableKeys.contains(lowerCase(key))
        || hasUnreadableItem(key)
        || isBeneathUnreadable(key);
  }

  private boolean isBeneathUnreadable(String key) {
    String low = lowerCase(key);
    return unreadableKeys.stream()
        .anyMatch(top -> low.startsWith(top + ".") || low.startsWith(top + "["));
  }

  /** Spring writes keys in small letters, whatever the file has. */
  private static String lowerCase(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  private static List<Mistake> inFileOrder(Stream<Located> mistakes) {
    return mistakes
        .sorted(Comparator.comparing(Located::position, KeyPositions.Position.FILE_ORDER))
        .map(Located::mistake)
        .distinct()
        .toList();
  }
}
