package io.goldenpath.dialect.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    return lists(root).map(node -> node.at(parts.getLast())).filter(WildcardPointer::isThere);
  }

  /** Whether it has no {@code *}. */
  boolean isSingle() {
    return parts.size() == 1;
  }

  /** The first thing that is there. */
  Optional<JsonNode> firstIn(JsonNode root) {
    return isSingle()
        ? Optional.of(root.at(parts.getFirst())).filter(WildcardPointer::isThere)
        : in(root).findFirst();
  }

  private static boolean isThere(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }

  /** The name of what it points to; empty where that is a whole message. */
  public String name() {
    JsonPointer last = parts.getLast().last();
    return last == null ? "" : last.getMatchingProperty();
  }

  /** The objects of which what is there is a member. */
  public List<JsonNode> objects(JsonNode root) {
    JsonPointer within = parts.getLast().head();
    return within == null
        ? List.of()
        : lists(root).map(node -> node.at(within)).filter(JsonNode::isObject).toList();
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
