package io.goldenpath.demo.platform;

import static io.goldenpath.catalogue.fault.FirstFaults.EMPTY_ANSWER;
import static io.goldenpath.demo.platform.DemoExtension.CODE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** To whom a fault shows itself, and for how long. */
class FaultScopeIT {

  @RegisterExtension static final DemoExtension demo = DemoExtension.wholeCatalogue();

  @Test
  void showsAFaultToOneUserOnly() throws Exception {
    demo.faults().switchOn(EMPTY_ANSWER, DemoScope.user("probe-1@demo.example"));

    assertThat(demo.result(1)).isEmpty();
    assertThat(demo.result(2)).contains(CODE);
  }

  @Test
  void showsAFaultUntilItIsSwitchedOffForThatUser() throws Exception {
    demo.faults().switchOn(EMPTY_ANSWER, DemoScope.user("probe-1@demo.example"));
    demo.faults().switchOn(EMPTY_ANSWER, DemoScope.user("probe-2@demo.example"));

    demo.faults().switchOff("probe-1@demo.example");

    assertThat(demo.result(1)).contains(CODE);
    assertThat(demo.result(2)).isEmpty();
  }

  @Test
  void showsAFaultForSoManyRuns() throws Exception {
    demo.faults().switchOn(EMPTY_ANSWER, DemoScope.EVERYBODY.runs(2));

    assertThat(demo.result(1)).isEmpty();
    assertThat(demo.result(2)).isEmpty();
    assertThat(demo.result(1)).contains(CODE);
  }

  @Test
  void showsAFaultOnTheNextConnectionForAsLongAsItLasts() throws Exception {
    demo.faults().switchOn(EMPTY_ANSWER, DemoScope.EVERYBODY.connections(1));

    try (TestClient bad = demo.welcomed(1);
        TestClient good = demo.welcomed(1)) {
      assertThat(DemoExtension.result(bad)).isEmpty();
      assertThat(DemoExtension.result(good)).contains(CODE);
      assertThat(DemoExtension.result(bad)).isEmpty();
    }
  }
}
