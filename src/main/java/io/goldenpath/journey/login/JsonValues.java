package io.goldenpath.journey.login;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of replies and frames, as captures and conditions see it. */
final class JsonValues {

  private static final int DEEPEST = 1000;
  private static final int LONGEST = 1024 * 1024;

  /** What a browser reads is not too long to be read. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST)
                          .maxNameLength(LONGEST)
                          .build())
                  .build())
          .build();

  private JsonValues() {}

  /** Null where the text is no JSON. */
  static @Nullable JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException _) {
      return null;
    }
  }

  static Map<String, @Nullable Object> fields(JsonNode object) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    object.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
    return fields;
  }

  /** Whole numbers are long, for conditions compare with those, and a double where they cannot. */
  static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> fields(node);
      case ARRAY -> {
        List<@Nullable Object> values = new ArrayList<>();
        node.forEach(each -> values.add(value(each)));
        yield values;
      }
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToLong()
              ? (Object) node.longValue()
              : (Object) node.numberValue().doubleValue();
      case BOOLEAN -> node.booleanValue();
      case STRING -> node.stringValue();
      default -> null;
    };
  }
}
