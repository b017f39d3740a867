package io.goldenpath.demo.platform;

import static io.goldenpath.catalogue.variant.EnvelopeVariants.NAMELESS_FRAMES;
import static io.goldenpath.catalogue.variant.EnvelopeVariants.SHARED_TENANT_ID;
import static io.goldenpath.catalogue.variant.NoticeVariants.NOTICE_TO_EVERYBODY;
import static io.goldenpath.demo.platform.TwoUsers.ADA;
import static io.goldenpath.demo.platform.TwoUsers.ADAS;
import static io.goldenpath.demo.platform.TwoUsers.EVE;
import static io.goldenpath.demo.platform.TwoUsers.QUIET;
import static io.goldenpath.demo.platform.TwoUsers.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.catalogue.variant.EnvelopeVariants;
import io.goldenpath.demo.platform.TwoUsers.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What users may have in common without a leak. */
@EnabledIfSystemProperty(
    named = "thorough",
    matches = "true",
    disabledReason = "takes a minute: in profile thorough, for LeakIT plays the same faults")
class HarmlessSharingIT {

  @RegisterExtension static final DemoExtension demo = new DemoExtension();

  private final TwoUsers users = new TwoUsers(demo);

  @Test
  void tellsEverybodyTheSameNotice() throws Exception {
    demo.faults().switchOn(NOTICE_TO_EVERYBODY, users.adasNextRun());
    try (TestClient idle = demo.welcomed(EVE)) {
      Told told = users.together();

      assertThat(told.adas("broadcast")).hasSize(1);
      assertThat(told.bens("broadcast")).hasSize(1);
      assertThat(idle.await("broadcast").text()).contains("Maintenance on Sunday");
    }
  }

  @Test
  void namesNobodyAndSharesATenant() throws Exception {
    demo.faults().switchOn(NAMELESS_FRAMES);
    demo.faults().switchOn(SHARED_TENANT_ID);
    demo.faults().switchOn(EnvelopeVariants.ISOLATED_ENVELOPE);
    try (TestClient ada = demo.connect(ADA)) {
      ada.send("{\"type\":\"ping\"}");
      ask(ada, ADAS);

      assertThat(ada.texts(QUIET))
          .hasSizeGreaterThan(6)
          .allSatisfy(
              frame -> assertThat(frame.text()).contains("tenant_id").doesNotContain("user_id"));
    }
  }
}
