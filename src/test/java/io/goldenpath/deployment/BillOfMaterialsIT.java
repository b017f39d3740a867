package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.LiveMonitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who scans for weak libraries asks the running monitor what it is made of. */
class BillOfMaterialsIT {

  @Test
  void theMonitorSaysWhatItIsMadeOf() throws Exception {
    JsonNode built = BillOfMaterials.built().document();

    try (LiveMonitor monitor = LiveMonitor.start("--goldenpath.demo.enabled=false")) {
      HttpResponse<String> answer = monitor.get("/actuator/sbom/application");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValue("application/vnd.cyclonedx+json");
      assertThat(JsonMapper.shared().readTree(answer.body())).isEqualTo(built);
      assertThat(monitor.json("/actuator").path("_links").has("sbom")).isTrue();
    }
  }

  @Test
  void itIsCycloneDxAndNamesTheLibrariesOfTheJarAlone() throws Exception {
    BillOfMaterials built = BillOfMaterials.built();
    JsonNode metadata = built.document().path("metadata");

    assertThat(built.document().path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(built.document().path("specVersion").asString()).isEqualTo("1.6");
    assertThat(metadata.path("component").path("name").asString()).isEqualTo("golden-path-monitor");
    assertThat(built.components())
        .contains("spring-boot", "netty-handler", "netty-codec-http", "tomcat-embed-core")
        .doesNotContain("junit-jupiter", "archunit", "playwright");
  }

  @Test
  void itIsTheSameInEveryBuildOfTheCommit() throws Exception {
    JsonNode document = BillOfMaterials.built().document();

    assertThat(document.has("serialNumber")).isFalse();
    assertThat(document.path("metadata").has("timestamp")).isFalse();
  }
}
