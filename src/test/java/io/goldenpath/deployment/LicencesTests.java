package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Nothing goes into the jar whose licence nobody has looked at. */
class LicencesTests {

  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "EPL-2.0",
          "Go License",
          "MIT",
          "MPL-2.0",
          "Unicode-3.0");

  @Test
  void everyDependencyMayBeUsedUnderALicenceOfTheList() throws IOException {
    assertThat(BillOfMaterials.built().withoutLicenceAmong(ALLOWED)).isEmpty();
  }

  @Test
  void whatHasNoSuchLicenceIsNamed() {
    assertThat(
            bill("""
            {"components": [
              {"purl": "pkg:maven/a/choice@1",
               "licenses": [{"license": {"id": "GPL-2.0"}}, {"license": {"id": "MIT"}}]},
              {"purl": "pkg:maven/a/strict@2", "licenses": [{"license": {"id": "AGPL-3.0"}}]},
              {"purl": "pkg:maven/a/own@3", "licenses": [{"license": {"name": "Ours"}}]},
              {"purl": "pkg:maven/a/both@4", "licenses": [{"expression": "MIT AND AGPL-3.0"}]},
              {"purl": "pkg:maven/a/none@5"}]}
            """)
                .withoutLicenceAmong(ALLOWED))
        .containsExactly(
            "pkg:maven/a/strict@2 [AGPL-3.0]",
            "pkg:maven/a/own@3 [Ours]",
            "pkg:maven/a/both@4 [?]",
            "pkg:maven/a/none@5 []");
  }

  private static BillOfMaterials bill(String json) {
    return new BillOfMaterials(JsonMapper.shared().readTree(json));
  }
}
