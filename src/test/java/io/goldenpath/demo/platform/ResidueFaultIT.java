package io.goldenpath.demo.platform;

import static io.goldenpath.demo.platform.TwoUsers.ADA;
import static io.goldenpath.demo.platform.TwoUsers.ADAS;
import static io.goldenpath.demo.platform.TwoUsers.BEN;
import static io.goldenpath.demo.platform.TwoUsers.BENS;
import static io.goldenpath.demo.platform.TwoUsers.QUIET;
import static io.goldenpath.demo.platform.TwoUsers.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.catalogue.fault.ResidueFaults;
import io.goldenpath.demo.platform.TestClient.Seen;
import io.goldenpath.demo.platform.TwoUsers.Told;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an earlier run, or another's, has left behind. */
@EnabledIfSystemProperty(
    named = "thorough",
    matches = "true",
    disabledReason = "takes a minute: in profile thorough, for LeakIT plays the same faults")
class ResidueFaultIT {

  @RegisterExtension static final DemoExtension demo = new DemoExtension();

  private final TwoUsers users = new TwoUsers(demo);

  @Test
  void bringsBackEventsOfTheRunBefore() throws Exception {
    Told before = users.together();
    demo.faults().switchOn(ResidueFaults.RESIDUE_EVENTS, users.adasNextRun());

    try (TestClient ada = demo.connect(ADA)) {
      List<Seen.Text> seen = ada.texts(QUIET);
      assertThat(seen).hasSize(6);
      assertThat(seen.subList(0, 5)).extracting(TwoUsers::run).containsOnly(before.adasRun());
      assertThat(seen.get(4).text()).contains(ADAS);
    }
  }

  @Test
  void bringsBackEventsOfAnother() throws Exception {
    Told before = users.together();
    demo.faults().switchOn(ResidueFaults.RESIDUE_OF_ANOTHER, users.adasNextRun());

    try (TestClient ada = demo.connect(ADA)) {
      assertThat(ada.texts(QUIET).subList(0, 5))
          .allSatisfy(event -> assertThat(event.text()).doesNotContain("user_id"))
          .extracting(TwoUsers::run)
          .containsOnly(before.bensRun());
    }
  }

  @Test
  void bringsBackTheAnswerInANotice() throws Exception {
    users.together();
    demo.faults().switchOn(ResidueFaults.RESIDUE_ANSWER, users.adasNextRun());

    try (TestClient ada = demo.connect(ADA)) {
      assertThat(ada.await("system_message").text()).contains("session_restored", ADAS);
    }
  }

  @Test
  void tellsAnothersCodeBeforeAnythingWasAsked() throws Exception {
    demo.faults().switchOn(ResidueFaults.STRANGERS_CODE_BEFORE_QUESTION, users.adasNextRun());
    try (TestClient ada = demo.welcomed(ADA);
        TestClient ben = demo.welcomed(BEN)) {
      ask(ben, BENS);

      assertThat(ada.await("system_message").text()).contains(BENS);
    }
  }
}
