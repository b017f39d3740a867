package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Objects for a cluster, in their types. */
record Manifests(List<Object> objects) {

  /** The only one of its type. */
  <T> T the(Class<T> type) {
    List<T> found = all(type);
    assertThat(found).as(type.getSimpleName()).hasSize(1);
    return found.getFirst();
  }

  <T> List<T> all(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Those of this kind, as trees. */
  List<JsonNode> ofKind(String kind) {
    return objects.stream()
        .map(HelmChart::tree)
        .filter(tree -> tree.path("kind").asString().equals(kind))
        .toList();
  }

  /** The one file of this name in any ConfigMap. */
  String file(String name) {
    List<String> found =
        all(ConfigMap.class).stream()
            .map(ConfigMap::getData)
            .filter(data -> data.containsKey(name))
            .map(data -> data.get(name))
            .toList();
    assertThat(found).as(name).hasSize(1);
    return found.getFirst();
  }
}
