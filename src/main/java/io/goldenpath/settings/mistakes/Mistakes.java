package io.goldenpath.settings.mistakes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/** Collects mistakes, and keeps what is only the shadow of one from being told as another. */
public final class Mistakes {

  private final KeyPositions positions;
  private final List<Located> unreadable = new ArrayList<>();
  private final List<Located> all = new ArrayList<>();
  private final List<Located> warnings = new ArrayList<>();
  private final Set<String> unreadableKeys = new HashSet<>();

  public Mistakes(List<ConfigurationPropertySource> sources) {
    this.positions = new KeyPositions(sources);
  }

  private record Located(KeyPosition position, Mistake mistake) {}

  public void add(String key, String problem) {
    all.add(locate(key, problem));
  }

  /** Nothing can be read at this key; what else seems wrong there or beneath is a shadow. */
  public void unreadable(String key, String problem) {
    unreadable.add(locate(key, problem));
    unreadableKeys.add(lowerCase(key));
  }

  /** Whether a member of this list could not be read. */
  boolean hasUnreadableItem(String list) {
    return unreadableKeys.stream().anyMatch(key -> key.startsWith(lowerCase(list) + "["));
  }

  /** Something stands elsewhere that was meant for this key; that it is missing is a shadow. */
  void misplaced(String key) {
    if (!positions.isWritten(key)) {
      unreadableKeys.add(lowerCase(key));
    }
  }

  /** Whether anything is written at this key or beneath it. */
  boolean isWritten(String key) {
    return positions.isWritten(key);
  }

  /** Something that works, and should not stay so. */
  void warn(String key, String problem) {
    warnings.add(locate(key, problem));
  }

  public List<Mistake> warnings() {
    return inFileOrder(warnings);
  }

  public void throwIfAny() {
    if (!all().isEmpty()) {
      throw new SettingsException(all());
    }
  }

  /** Every mistake that is no shadow, from the top of the file. */
  public List<Mistake> all() {
    List<Located> reported = new ArrayList<>(unreadable);
    reported.removeIf(mistake -> isBeneathUnreadable(mistake.mistake().key()));
    all.stream()
        .filter(Predicate.not(mistake -> isConsequence(mistake.mistake().key())))
        .forEach(reported::add);
    return inFileOrder(reported);
  }

  private Located locate(String key, String problem) {
    KeyPosition position = positions.of(key);
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

  private static List<Mistake> inFileOrder(List<Located> mistakes) {
    return mistakes.stream()
        .sorted(Comparator.comparing(Located::position))
        .map(Located::mistake)
        .distinct()
        .toList();
  }
}
