package io.goldenpath.inference.live;

import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.inference.chat.TextShape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts, numbers and truth values of a frame by their JSON pointers, none of a secret. */
final class LiveFields {

  private static final int MOST = 200;
  private static final int DEEPEST = 6;

  private final Map<String, Object> leaves = new LinkedHashMap<>();

  private LiveFields() {}

  static Map<String, Object> of(FrameFields fields) {
    LiveFields all = new LiveFields();
    all.add("", fields.at(""), 0);
    return all.leaves;
  }

  private void add(String pointer, @Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> map && depth < DEEPEST) {
      map.forEach((key, inner) -> {
        String name = String.valueOf(key);
        if (TextShape.isWord(name) && !name.contains("/") && !TextShape.isSensitive(name)) {
          add(pointer + "/" + name, inner, depth + 1);
        }
      });
    } else if (leaves.size() < MOST
        && (value instanceof String || value instanceof Number || value instanceof Boolean)) {
      leaves.put(pointer, value);
    }
  }
}
