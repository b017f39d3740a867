package io.goldenpath.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.catalogue.DemoCatalogue;
import io.goldenpath.demo.platform.DemoBehaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of the manual that says what is detected. */
class DetectionTableTests {

  private static final Path PAGE = Path.of("docs/detection.md");
  private static final String WRITE = "write-docs";

  private final Catalogue catalogue = Catalogue.whole();

  @Test
  void hasACaseForEverythingThatOneUserMeets() {
    assertThat(catalogue.all().map(DetectionCase::behaviour))
        .containsExactlyInAnyOrderElementsOf(
            DemoCatalogue.whole().all().filter(DetectionTableTests::metByOne).toList());
  }

  private static boolean metByOne(DemoBehaviour behaviour) {
    return !DemoCatalogue.betweenUsers().contains(behaviour);
  }

  @Test
  void saysSomethingOfEveryFault() {
    assertThat(Catalogue.cases(catalogue.faults()))
        .allSatisfy(fault -> assertThat(fault.signs()).isNotEmpty());
  }

  @Test
  void isThePageOfTheManual() throws IOException {
    String page = DetectionTable.of(catalogue);
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE)
        .as(
            "%s is not what the tests say; write it anew with: mvn test -Dtest=%s -D%s=true",
            PAGE, DetectionTableTests.class.getSimpleName(), WRITE)
        .hasContent(page);
  }
}
