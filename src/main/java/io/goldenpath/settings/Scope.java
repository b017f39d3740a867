package io.goldenpath.settings;

import io.goldenpath.probe.Secret;
import io.goldenpath.probe.Template;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The variables that texts may hold at this place, and the credentials that they have asked for.
 */
final class Scope {

  static final Set<String> CREDENTIALS =
      Set.of("email", "password", "client-id", "client-secret", "subject");

  private static final Set<String> ALWAYS = Set.of("timestamp", "isoTimestamp", "uuid");

  private final Mistakes mistakes;
  private final Set<String> known = new TreeSet<>(CREDENTIALS);
  private final Set<String> given = new LinkedHashSet<>();
  private final Set<String> needed = new LinkedHashSet<>();

  Scope(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** From here on there is a variable of this name. */
  void learn(String name) {
    known.add(name);
    given.add(name);
  }

  boolean knows(String name) {
    return known.contains(name);
  }

  void check(String key, Secret text) {
    for (String name : Template.of(text.reveal()).names()) {
      if (CREDENTIALS.contains(name) && !given.contains(name)) {
        needed.add(name);
      } else if (!known.contains(name) && !ALWAYS.contains(name) && !name.startsWith("cookie:")) {
        mistakes.add(key, "there is no variable {" + name + "}; known: " + all());
      }
    }
  }

  /** The credentials that every user must have. */
  Set<String> needed() {
    return needed;
  }

  private String all() {
    return known.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
  }
}
