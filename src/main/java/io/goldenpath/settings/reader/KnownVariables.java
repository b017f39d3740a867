package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Template;
import io.goldenpath.settings.mistakes.Mistakes;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The variables that texts may hold at this place, and the credentials that they have asked for.
 */
final class KnownVariables {

  static final Set<String> CREDENTIALS =
      Set.of("email", "password", "client-id", "client-secret", "subject");

  private static final Set<String> BUILT_IN = Set.of("timestamp", "isoTimestamp", "uuid");

  private final Mistakes mistakes;
  private final Set<String> known = new TreeSet<>(CREDENTIALS);
  private final Set<String> defined = new LinkedHashSet<>();
  private final Set<String> required = new LinkedHashSet<>();

  KnownVariables(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** From here on there is a variable of this name. */
  void define(String name) {
    known.add(name);
    defined.add(name);
  }

  boolean isDefined(String name) {
    return known.contains(name);
  }

  void check(String key, Secret text) {
    for (String name : Template.of(text.reveal()).variables()) {
      if (CREDENTIALS.contains(name) && !defined.contains(name)) {
        required.add(name);
      } else if (!known.contains(name) && !BUILT_IN.contains(name) && !name.startsWith("cookie:")) {
        mistakes.add(key, "there is no variable {" + name + "}; known: " + all());
      }
    }
  }

  /** The credentials that every user must have. */
  Set<String> requiredCredentials() {
    return required;
  }

  private String all() {
    return known.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
  }
}
