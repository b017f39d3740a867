package io.goldenpath.demo;

import java.util.Arrays;
import java.util.stream.Stream;

/** Another way to get it right: what a platform may do without being at fault. */
public sealed interface Variant extends DemoBehaviour
    permits EnvelopeVariant,
        WelcomeVariant,
        TimeVariant,
        StreamVariant,
        WritingVariant,
        AgentVariant,
        AnswerVariant,
        SessionVariant {

  /** Every variant, by what it concerns. */
  static Stream<Variant> all() {
    return Stream.<Variant[]>of(
            EnvelopeVariant.values(),
            WelcomeVariant.values(),
            TimeVariant.values(),
            StreamVariant.values(),
            WritingVariant.values(),
            AgentVariant.values(),
            AnswerVariant.values(),
            SessionVariant.values())
        .flatMap(Arrays::stream);
  }
}
