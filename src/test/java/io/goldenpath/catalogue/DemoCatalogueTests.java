package io.goldenpath.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultCatalogue;
import org.junit.jupiter.api.Test;

/** Names and sentences of everything that the platform can be switched to. */
class DemoCatalogueTests {

  private final FaultCatalogue catalogue = DemoCatalogue.whole();

  @Test
  void isKnownByOneName() {
    assertThat(catalogue.all().map(DemoBehaviour::name)).doesNotHaveDuplicates();
    assertThat(catalogue.all())
        .allSatisfy(one -> assertThat(catalogue.named(one.name())).contains(one));
  }

  @Test
  void saysInOneSentenceOfItsOwnWhatThePlatformDoes() {
    assertThat(catalogue.all().map(DemoBehaviour::description))
        .doesNotHaveDuplicates()
        .allMatch(sentence -> sentence.matches("[A-Z][^|]*[^. ]\\."));
  }

  @Test
  void isAFaultOrAVariantAndNeverBoth() {
    assertThat(catalogue.faults()).doesNotContainAnyElementsOf(catalogue.variants());
  }
}
