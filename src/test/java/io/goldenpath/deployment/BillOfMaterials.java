package io.goldenpath.deployment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.goldenpath.LiveMonitor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the jar is made of, as CycloneDX tells it. */
record BillOfMaterials(JsonNode document) {

  /** The one of this build; the test is skipped where it was built without the release profile. */
  static BillOfMaterials built() throws IOException {
    try (@Nullable InputStream in =
        BillOfMaterials.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
      assumeTrue(in != null, "Only mvn -P dist makes a bill of materials");
      return new BillOfMaterials(JsonMapper.shared().readTree(in));
    }
  }

  /** The names of the components. */
  List<String> components() {
    return each().map(component -> component.path("name").asString()).toList();
  }

  /** The components, none of whose licences is among these, and what theirs are. */
  List<String> withoutLicenceAmong(Set<String> allowed) {
    return each()
        .filter(component -> licences(component).stream().noneMatch(allowed::contains))
        .map(component -> component.path("purl").asString() + " " + licences(component))
        .toList();
  }

  private Stream<JsonNode> each() {
    return LiveMonitor.each(document.path("components"));
  }

  private static List<String> licences(JsonNode component) {
    return LiveMonitor.each(component.path("licenses"))
        .map(licence -> licence.path("license"))
        .map(licence -> licence.path("id").asString(licence.path("name").asString("?")))
        .toList();
  }
}
