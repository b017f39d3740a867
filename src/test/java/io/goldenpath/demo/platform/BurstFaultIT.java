package io.goldenpath.demo.platform;

import static io.goldenpath.catalogue.fault.RecoveryFaults.BURST_LOSES_ONE;
import static io.goldenpath.catalogue.fault.RecoveryFaults.DIES_ON_BURST;
import static io.goldenpath.demo.platform.DemoExtension.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What follows on many messages at once. */
@EnabledIfSystemProperty(
    named = "thorough",
    matches = "true",
    disabledReason = "takes a minute: in profile thorough, for RecoveryIT plays the same faults")
class BurstFaultIT {

  private static final long QUIET = 900;

  @RegisterExtension static final DemoExtension demo = DemoExtension.manyUsers();

  /** Each test has a user of its own, who has not been here before. */
  private final int account = demo.newcomer();

  @Test
  void takesABurst() throws Exception {
    try (TestClient client = demo.welcomed(account)) {
      List<String> story = burst(client, 5);

      assertThat(Collections.frequency(story, "agent_completed")).isEqualTo(5);
    }
  }

  @Test
  void diesOnABurst() throws Exception {
    demo.faults().switchOn(DIES_ON_BURST);
    try (TestClient client = demo.welcomed(account)) {
      assertThat(burst(client, 5)).contains("end 1008").doesNotContain("agent_completed");
    }
    try (TestClient patient = demo.welcomed(account)) {
      assertThat(Collections.frequency(burst(patient, 3), "agent_completed")).isEqualTo(3);
    }
  }

  @Test
  void losesOneMessageOfABurst() throws Exception {
    demo.faults().switchOn(BURST_LOSES_ONE);
    try (TestClient client = demo.welcomed(account)) {
      assertThat(Collections.frequency(burst(client, 6), "agent_completed")).isEqualTo(5);
    }
  }

  private static List<String> burst(TestClient client, int messages) throws Exception {
    for (int i = 0; i < messages; i++) {
      client.ask(QUESTION);
    }
    return client.story(QUIET);
  }
}
