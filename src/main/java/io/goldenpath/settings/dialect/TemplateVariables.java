package io.goldenpath.settings.dialect;

import io.goldenpath.settings.mistakes.SettingKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Variables that one dialect makes and captures, and those that its texts use. */
final class TemplateVariables {

  /** What every conversation has, or knows of its question. */
  private static final Set<String> BUILT_IN =
      Set.of(
          "text",
          "nonce",
          "sum",
          "id",
          "thread",
          "threadId",
          "uuid",
          "timestamp",
          "isoTimestamp",
          "epochSeconds",
          "epochMillis",
          "traceparent");

  private final Set<String> defined = new LinkedHashSet<>();
  private final Set<String> captured = new LinkedHashSet<>();
  private final List<VariableUse> uses = new ArrayList<>();

  /** A variable that is made. */
  void define(String name) {
    defined.add(name);
  }

  /** A variable that a message or reply sets. */
  void capture(String name) {
    captured.add(name);
  }

  void use(SettingKey at, Collection<String> names) {
    names.forEach(name -> uses.add(new VariableUse(at, name)));
  }

  /** What some message or reply sets. */
  Set<String> captured() {
    return Set.copyOf(captured);
  }

  /** All that the dialect sets. */
  Set<String> own() {
    Set<String> own = new LinkedHashSet<>(defined);
    own.addAll(captured);
    return own;
  }

  /** Uses of what only a target can know, such as its captures and credentials. */
  List<VariableUse> open() {
    return uses.stream()
        .filter(use -> !BUILT_IN.contains(use.name()))
        .filter(use -> !defined.contains(use.name()) && !captured.contains(use.name()))
        .toList();
  }
}
