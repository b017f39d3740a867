package io.goldenpath.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.platform.DemoBehaviour;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which faults are shown over every framing. */
class SpokenCasesTests {

  private final List<DetectionCase> bundled = Catalogue.cases(Catalogue.whole().faults()).toList();
  private final List<DemoBehaviour> different =
      SpokenCases.DIFFERENCES.stream().map(SpokenDifference::fault).toList();

  @Test
  void saysTheSameOfEveryFaultUnlessThereIsAReason() {
    assertThat(SpokenCases.all()).hasSameSizeAs(bundled);
    assertThat(SpokenCases.all())
        .filteredOn(one -> !different.contains(one.behaviour()))
        .isEqualTo(bundled.stream().filter(one -> !different.contains(one.behaviour())).toList());
  }

  @Test
  void hasAReasonForEachDifferenceOfAFault() {
    assertThat(bundled).extracting(DetectionCase::behaviour).containsAll(different);
    assertThat(different).doesNotHaveDuplicates();
    assertThat(SpokenCases.DIFFERENCES)
        .extracting(SpokenDifference::reason)
        .allSatisfy(reason -> assertThat(reason).isNotBlank());
  }

  @Test
  void walksFaultsOfTheCatalogueInEveryBuild() {
    assertThat(bundled).extracting(DetectionCase::behaviour).containsAll(SpokenCases.ALWAYS);
  }
}
