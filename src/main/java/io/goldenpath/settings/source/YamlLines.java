package io.goldenpath.settings.source;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.UnicodeReader;

/** Lines of the keys and members of lists in one YAML document of a file. */
public final class YamlLines {

  private final String file;
  private final Map<ConfigurationPropertyName, Integer> lines = new HashMap<>();

  private YamlLines(String file, Node document) {
    this.file = file;
    read(document, "");
  }

  /** Of each document that holds anything, in their order. */
  static List<YamlLines> ofAll(Resource resource) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    List<YamlLines> documents = new ArrayList<>();
    try (Reader reader = new UnicodeReader(resource.getInputStream())) {
      for (Node document : new Yaml(options).composeAll(reader)) {
        if (!(document instanceof ScalarNode text && text.getValue().isEmpty())
            && !document.getTag().equals(Tag.NULL)) {
          documents.add(new YamlLines(String.valueOf(resource.getFilename()), document));
        }
      }
    }
    return documents;
  }

  public String file() {
    return file;
  }

  /** The line of this key, counted from 1. */
  public Optional<Integer> of(ConfigurationPropertyName name) {
    return Optional.ofNullable(lines.get(name));
  }

  private void read(Node node, String path) {
    if (node instanceof MappingNode block) {
      readBlock(block, path);
    } else if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        Node member = list.getValue().get(i);
        put(path + "[" + i + "]", member);
        read(member, path + "[" + i + "]");
      }
    }
  }

  /** What is merged into a block comes after it: its own keys win. */
  private void readBlock(MappingNode block, String path) {
    for (NodeTuple entry : block.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key && !key.getTag().equals(Tag.MERGE)) {
        String name = path(path, key);
        put(name, key);
        read(entry.getValueNode(), name);
      }
    }
    for (NodeTuple entry : block.getValue()) {
      if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
        Node merged = entry.getValueNode();
        (merged instanceof SequenceNode all ? all.getValue() : List.of(merged))
            .forEach(each -> read(each, path));
      }
    }
  }

  private void put(String path, Node at) {
    lines.putIfAbsent(ConfigurationPropertyName.adapt(path, '.'), at.getStartMark().getLine() + 1);
  }

  /** As Spring writes it: whatever is no text stands in brackets. */
  private static String path(String parent, ScalarNode key) {
    if (!key.getTag().equals(Tag.STR)) {
      return parent + "[" + key.getValue() + "]";
    }
    return parent.isEmpty() || key.getValue().startsWith("[")
        ? parent + key.getValue()
        : parent + "." + key.getValue();
  }
}
