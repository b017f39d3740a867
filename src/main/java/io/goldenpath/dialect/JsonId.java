package io.goldenpath.dialect;

import io.goldenpath.model.target.CanonicalId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An id of any JSON type, as it is compared: 41 and "41" are one. */
public final class JsonId {

  private static final int LONGEST = 256;

  private JsonId() {}

  /** Empty where there is none, and where it cannot be read. */
  public static Optional<String> of(JsonNode node) {
    return written(node).map(CanonicalId::of);
  }

  /** The same as it is written, but for the fraction of a whole number. */
  public static Optional<String> written(JsonNode node) {
    if (!node.isNumber() && (!node.isString() || node.stringValue().isBlank())) {
      return Optional.empty();
    }
    boolean whole = node.isFloatingPointNumber() && node.asDouble() == Math.rint(node.asDouble());
    return Optional.of(
        whole && node.canConvertToLong() ? Long.toString(node.asLong()) : node.asString());
  }

  /** The same, and empty as well where it is too long for the id of a user. */
  public static Optional<String> ofUser(JsonNode node) {
    return of(node).filter(id -> id.length() <= LONGEST);
  }

  /** What stands in the place of a user's id that is there and cannot be read. */
  public static Optional<String> problem(JsonNode node) {
    if (node.isMissingNode() || node.isNull() || ofUser(node).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (node.getNodeType()) {
          case OBJECT -> "an object";
          case ARRAY -> "a list";
          case BOOLEAN -> "true or false";
          default ->
              of(node)
                  .map(id -> "a text of " + id.length() + " characters")
                  .orElse("an empty text");
        });
  }
}
