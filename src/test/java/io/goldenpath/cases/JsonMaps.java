package io.goldenpath.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** JSON objects, each made from another. */
final class JsonMaps {

  private JsonMaps() {}

  static Map<String, Object> with(Map<String, Object> object, String field, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(object);
    more.put(field, value);
    return more;
  }

  static Map<String, Object> without(Map<String, Object> object, String field) {
    Map<String, Object> less = new LinkedHashMap<>(object);
    less.remove(field);
    return less;
  }

  static String text(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }
}
