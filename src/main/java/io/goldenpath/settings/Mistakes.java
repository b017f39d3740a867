package io.goldenpath.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/** Collects mistakes, and keeps what is only the shadow of one from being told as another. */
final class Mistakes {

  private final Places places;
  private final List<Placed> broken = new ArrayList<>();
  private final List<Placed> all = new ArrayList<>();
  private final List<Placed> warnings = new ArrayList<>();
  private final Set<String> dark = new HashSet<>();

  Mistakes(List<ConfigurationPropertySource> sources) {
    this.places = new Places(sources);
  }

  private record Placed(Place place, Mistake mistake) {}

  void add(String key, String problem) {
    all.add(placed(key, problem));
  }

  /** Nothing can be read at this key; what else seems wrong there or beneath is a shadow. */
  void unreadable(String key, String problem) {
    broken.add(placed(key, problem));
    dark.add(uniform(key));
  }

  /** Whether a member of this list could not be read. */
  boolean membersInDark(String list) {
    return dark.stream().anyMatch(key -> key.startsWith(uniform(list) + "["));
  }

  /** Something stands elsewhere that was meant for this key; that it is missing is a shadow. */
  void misplaced(String key) {
    if (!places.written(key)) {
      dark.add(uniform(key));
    }
  }

  /** Something that works, and should not stay so. */
  void warn(String key, String problem) {
    warnings.add(placed(key, problem));
  }

  List<Mistake> warnings() {
    return fromTheTop(warnings);
  }

  void refuse() {
    if (!all().isEmpty()) {
      throw new SettingsException(all());
    }
  }

  /** Every mistake that is no shadow, from the top of the file. */
  List<Mistake> all() {
    List<Placed> told = new ArrayList<>(broken);
    told.removeIf(mistake -> beneathDark(mistake.mistake().key()));
    all.stream()
        .filter(Predicate.not(mistake -> inDark(mistake.mistake().key())))
        .forEach(told::add);
    return fromTheTop(told);
  }

  private Placed placed(String key, String problem) {
    Place place = places.of(key);
    return new Placed(place, new Mistake(key, place.text(), problem));
  }

  private boolean inDark(String key) {
    return dark.contains(uniform(key)) || membersInDark(key) || beneathDark(key);
  }

  private boolean beneathDark(String key) {
    String low = uniform(key);
    return dark.stream().anyMatch(top -> low.startsWith(top + ".") || low.startsWith(top + "["));
  }

  /** Spring writes keys in small letters, whatever the file has. */
  private static String uniform(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  private static List<Mistake> fromTheTop(List<Placed> mistakes) {
    return mistakes.stream()
        .sorted(Comparator.comparing(Placed::place))
        .map(Placed::mistake)
        .distinct()
        .toList();
  }
}
