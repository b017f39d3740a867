package io.goldenpath.dialect.definition;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
    return lists(root)
        .map(node -> node.at(parts.getLast()))
        .filter(node -> !node.isMissingNode() && !node.isNull());
  }

  /** Takes away what is there, where it is a member of an object. */
  public void removeFrom(JsonNode root) {
    JsonPointer last = parts.getLast();
    if (last.last() != null) {
      lists(root)
          .map(node -> node.at(last.head()))
          .filter(ObjectNode.class::isInstance)
          .forEach(parent -> ((ObjectNode) parent).remove(last.last().getMatchingProperty()));
    }
  }

  /** The nodes within which the last part is looked for. */
  private Stream<JsonNode> lists(JsonNode root) {
    Stream<JsonNode> found = Stream.of(root);
    for (JsonPointer part : parts.subList(0, parts.size() - 1)) {
      found =
          found.map(node -> node.at(part)).filter(JsonNode::isArray).flatMap(JsonNode::valueStream);
    }
    return found;
  }

  /** As settings write it. */
  @Override
  public String toString() {
    return parts.stream().map(JsonPointer::toString).collect(Collectors.joining("/*"));
  }
}
