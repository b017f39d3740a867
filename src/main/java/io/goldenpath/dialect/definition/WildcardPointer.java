package io.goldenpath.dialect.definition;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A JSON pointer in which {@code *} stands for each item of a list. */
public record WildcardPointer(List<JsonPointer> parts) {

  public WildcardPointer {
    parts = List.copyOf(parts);
  }

  /**
   * A pointer as settings write it.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static WildcardPointer of(String text) {
    if (!text.isEmpty() && !text.startsWith("/")) {
      throw new IllegalArgumentException("'%s' is no pointer such as /a/b".formatted(text));
    }
    String[] parts = (text + "/").split("/\\*(?=/)", -1);
    parts[parts.length - 1] = parts[parts.length - 1].replaceFirst("/$", "");
    return new WildcardPointer(Arrays.stream(parts).map(JsonPointer::compile).toList());
  }

  /** What is there, without nulls. */
  public Stream<JsonNode> in(JsonNode root) {
    Stream<JsonNode> found = Stream.of(root.at(parts.getFirst()));
    for (JsonPointer part : parts.subList(1, parts.size())) {
      found = found.filter(JsonNode::isArray).flatMap(JsonNode::valueStream).map(node -> node.at(part));
    }
    return found.filter(node -> !node.isMissingNode() && !node.isNull());
  }
}
