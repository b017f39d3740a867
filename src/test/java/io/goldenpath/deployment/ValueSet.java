package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Values for the chart, with what is expected of them in lines that begin with '# expect: '. */
record ValueSet(Path file) {

  private static final Path FOLDER = Path.of("src/test/chart");
  private static final String EXPECT = "# expect: ";
  private static final JsonMapper JSON = new JsonMapper();

  /** All of them, {@code good} or {@code wrong}. */
  static List<ValueSet> all(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.sorted().map(ValueSet::new).toList();
    }
  }

  static Path good(String name) {
    return FOLDER.resolve("good").resolve(name + ".yaml");
  }

  List<String> expectations() throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(EXPECT))
        .map(line -> line.substring(EXPECT.length()))
        .toList();
  }

  /**
   * Each expectation is {@code no KIND}, {@code KIND /json/pointer = JSON}, or {@code file NAME
   * PART} of a ConfigMap.
   */
  void verify(Manifests manifests) throws IOException {
    for (String expected : expectations()) {
      String[] words = expected.split(" ", 3);
      switch (words[0]) {
        case "no" -> assertThat(manifests.ofKind(words[1])).as(expected).isEmpty();
        case "file" -> assertThat(manifests.file(words[1])).contains(words[2]);
        default -> {
          JsonNode value = JSON.readTree(words[2].substring("= ".length()));
          assertThat(manifests.ofKind(words[0]))
              .extracting(tree -> plain(tree.at(words[1])))
              .as(expected)
              .contains(value);
        }
      }
    }
  }

  /** As it is written: null where it is absent, and numbers of one type. */
  private static JsonNode plain(JsonNode node) throws IOException {
    return node.isMissingNode() ? NullNode.instance : JSON.readTree(node.toString());
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
