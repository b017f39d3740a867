package io.goldenpath.settings.keys;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that is written as a map, or as text. It is a map, for only those are bound with keys of any
 * name.
 */
public final class JsonTemplate extends LinkedHashMap<String, Object> {

  private static final long serialVersionUID = 1L;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String TEXT = "";

  /** An empty map, for the binder to fill. */
  public JsonTemplate() {}

  /** JSON as text. */
  public static JsonTemplate of(String text) {
    JsonTemplate json = new JsonTemplate();
    json.put(TEXT, text);
    return json;
  }

  /** The JSON itself, whose texts may hold variables. */
  public String template() {
    return get(TEXT) instanceof String text ? text : JSON.writeValueAsString(this);
  }

  /** Whether it was written as a text. */
  public boolean isText() {
    return get(TEXT) instanceof String;
  }

  /** What is wrong with it; empty when nothing is. */
  public Optional<String> problem() {
    if (get(TEXT) instanceof String text) {
      try {
        JSON.readTree(text);
      } catch (JacksonException broken) {
        return Optional.of("is no JSON: " + broken.getOriginalMessage());
      }
      return Optional.empty();
    }
    return list(this)
        ? Optional.of("holds a list, which a map cannot: write it as JSON in one text")
        : Optional.empty();
  }

  /** A list inside a map is bound as a map of its positions. */
  private static boolean list(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        && (map.containsKey("0") || map.values().stream().anyMatch(JsonTemplate::list));
  }

  /** Shows nothing: it may hold secrets. */
  @Override
  public String toString() {
    return "***";
  }
}
