package io.goldenpath.detection;

import io.goldenpath.demo.Variant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every case.
 *
 * @param faults What the monitor must name.
 * @param variants What it must not even notice.
 */
record Catalogue(List<Case> faults, List<Case> variants) {

  static Catalogue whole() {
    return new Catalogue(named().toList(), Variant.all().map(Case::of).toList());
  }

  Stream<Case> all() {
    return Stream.concat(faults.stream(), variants.stream());
  }

  private static Stream<Case> named() {
    return Stream.of(
            FirstFaults.cases(),
            LoginCases.cases(),
            UpgradeCases.cases(),
            DoorCases.cases(),
            WelcomeCases.cases(),
            PaceCases.cases(),
            DropCases.cases(),
            ErrorCases.cases(),
            EventCases.cases(),
            IdentityCases.cases(),
            AnswerCases.cases(),
            FabricatedCases.cases())
        .flatMap(cases -> cases);
  }
}
