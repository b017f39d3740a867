package io.goldenpath.regression;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON pointers of a frame's fields, without their values: {@code *} stands for each item of a list
 * and for keys that look like ids.
 */
final class FieldPointers {

  static final int MAX = 200;
  private static final int MAX_DEPTH = 16;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern ID =
      Pattern.compile("\\d+|[0-9a-fA-F-]{16,}|[A-Za-z]+[_-](?=[^\\d]*\\d)[0-9a-zA-Z-]{8,}");

  private FieldPointers() {}

  /** At most {@link #MAX} pointers, in their order; empty for what is not a JSON object. */
  static Set<String> of(String text) {
    Set<String> pointers = new TreeSet<>();
    try {
      collect(JSON.readTree(text), "", pointers, 0);
    } catch (JacksonException _) {
      pointers.clear();
    }
    return Set.copyOf(pointers);
  }

  private static void collect(JsonNode node, String pointer, Set<String> pointers, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    if (node.isArray()) {
      node.forEach(item -> collect(item, pointer + "/*", pointers, depth + 1));
    } else if (node.isObject()) {
      node.forEachEntry((key, value) -> {
        String within = pointer + "/" + (ID.matcher(key).matches() ? "*" : escaped(key));
        if (pointers.contains(within) || (pointers.size() < MAX && pointers.add(within))) {
          collect(value, within, pointers, depth + 1);
        }
      });
    }
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
