package io.goldenpath.inference.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A map in YAML, each entry with the reason why it is there. */
public final class YamlMap {

  private static final String INDENT = "  ";

  private final List<String> lines = new ArrayList<>();

  /** A text, number or duration, quoted where it must be. */
  public YamlMap put(String key, String value, String comment) {
    return raw(key, YamlScalar.of(value), comment);
  }

  /** What is YAML already, such as {@code [ a, b ]}. */
  public YamlMap raw(String key, String yaml, String comment) {
    lines.add(YamlScalar.of(key) + ": " + yaml + commented(comment));
    return this;
  }

  /** A map of its own, left out where it is empty. */
  public YamlMap put(String key, YamlMap map, String comment) {
    if (!map.lines.isEmpty()) {
      lines.add(YamlScalar.of(key) + ":" + commented(comment));
      map.lines.forEach(line -> lines.add(INDENT + line));
    }
    return this;
  }

  /** A list of maps, left out where it is empty. */
  public YamlMap put(String key, List<YamlMap> items, String comment) {
    if (!items.isEmpty()) {
      lines.add(YamlScalar.of(key) + ":" + commented(comment));
      for (YamlMap item : items) {
        for (int i = 0; i < item.lines.size(); i++) {
          lines.add(INDENT + (i == 0 ? "- " : INDENT) + item.lines.get(i));
        }
      }
    }
    return this;
  }

  /** A list of texts, each with the reason why it is there; left out where it is empty. */
  public YamlMap put(String key, Map<String, String> reasons) {
    if (!reasons.isEmpty()) {
      lines.add(YamlScalar.of(key) + ":");
      reasons.forEach(
          (item, why) -> lines.add(INDENT + "- " + YamlScalar.quoted(item) + commented(why)));
    }
    return this;
  }

  /** A comment of a line of its own. */
  public YamlMap note(String comment) {
    lines.add("# " + comment);
    return this;
  }

  /** Also the entries of this map, after its own. */
  public YamlMap append(YamlMap map) {
    lines.addAll(map.lines);
    return this;
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  private static String commented(String comment) {
    return comment.isEmpty() ? "" : "  # " + comment.replaceAll("\\p{Cntrl}+", " ");
  }

  /** The document that consists of this map. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }
}
