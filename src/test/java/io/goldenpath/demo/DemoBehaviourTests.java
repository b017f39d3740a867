package io.goldenpath.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names and sentences of everything that the platform can be switched to. */
class DemoBehaviourTests {

  @Test
  void isKnownByOneLabel() {
    assertThat(DemoBehaviour.all().map(DemoBehaviour::label)).doesNotHaveDuplicates();
    assertThat(DemoBehaviour.all())
        .allSatisfy(one -> assertThat(DemoBehaviour.of(one.label())).contains(one));
  }

  @Test
  void saysInOneSentenceOfItsOwnWhatThePlatformDoes() {
    assertThat(DemoBehaviour.all().map(DemoBehaviour::sentence))
        .doesNotHaveDuplicates()
        .allMatch(sentence -> sentence.matches("[A-Z][^|]*[^. ]\\."));
  }

  @Test
  void isAFaultOrAVariantAndNeverBoth() {
    assertThat(Fault.all().map(Fault::label))
        .doesNotContainAnyElementsOf(Variant.all().map(Variant::label).toList());
  }
}
