package io.goldenpath.demo.platform;

import static io.goldenpath.demo.platform.TwoUsers.ADA;
import static io.goldenpath.demo.platform.TwoUsers.ADAS;
import static io.goldenpath.demo.platform.TwoUsers.BEN;
import static io.goldenpath.demo.platform.TwoUsers.BENS;
import static io.goldenpath.demo.platform.TwoUsers.QUIET;
import static io.goldenpath.demo.platform.TwoUsers.ask;
import static io.goldenpath.demo.platform.TwoUsers.thread;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.catalogue.fault.RoutingFaults;
import io.goldenpath.demo.platform.TestClient.Seen;
import io.goldenpath.demo.platform.TwoUsers.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two users at once who are given one id, or who use one thread. */
@EnabledIfSystemProperty(
    named = "thorough",
    matches = "true",
    disabledReason = "takes a minute: in profile thorough, for LeakIT plays the same faults")
class SharedIdFaultIT {

  private static final long REFUSAL_WITHIN = 500;

  @RegisterExtension static final DemoExtension demo = new DemoExtension();

  private final TwoUsers users = new TwoUsers(demo);

  @Test
  void givesTwoUsersOneRunId() throws Exception {
    Told told = users.together(RoutingFaults.SHARED_RUN_ID);

    assertThat(told.adasRun()).isEqualTo(told.bensRun());
  }

  @Test
  void givesTwoUsersOneThreadId() throws Exception {
    Told told = users.together(RoutingFaults.SHARED_THREAD_ID);

    assertThat(thread(told.ofAda().getFirst())).isEqualTo(thread(told.ofBen().getFirst()));
    assertThat(told.adasRun()).isNotEqualTo(told.bensRun());
  }

  @Test
  void givesTwoUsersOneConnectionId() throws Exception {
    demo.faults().switchOn(RoutingFaults.SHARED_CONNECTION_ID, users.adasNextRun());
    try (TestClient ada = demo.connect(ADA);
        TestClient ben = demo.connect(BEN)) {
      Seen.Text adas = ada.await("system_message");

      assertThat(adas.json().at("/data/user_id").stringValue())
          .isEqualTo(demo.accounts().number(ADA).id());
      assertThat(adas.json().at("/data/connection_id"))
          .isEqualTo(ben.await("system_message").json().at("/data/connection_id"));
    }
  }

  @Test
  void refusesAThreadThatIsAnothers() throws Exception {
    try (TestClient ada = demo.welcomed(ADA);
        TestClient ben = demo.welcomed(BEN)) {
      ask(ben, BENS);
      String thread = thread(ben.await("agent_completed"));
      ask(ada, ADAS, thread);

      assertThat(ada.next(REFUSAL_WITHIN))
          .isInstanceOfSatisfying(
              Seen.Text.class, refusal -> assertThat(refusal.text()).contains("THREAD_FORBIDDEN"));
      assertThat(ada.story(QUIET)).isEmpty();

      ask(ben, BENS, thread);
      assertThat(thread(ben.await("agent_completed"))).isEqualTo(thread);
    }
  }

  @Test
  void servesAnyThread() throws Exception {
    demo.faults().switchOn(RoutingFaults.ANY_THREAD, users.adasNextRun());
    try (TestClient ada = demo.welcomed(ADA);
        TestClient ben = demo.welcomed(BEN)) {
      ask(ben, BENS);
      String thread = thread(ben.await("agent_completed"));
      ask(ada, ADAS, thread);
      Seen.Text answer = ada.await("agent_completed");

      assertThat(thread(answer)).isEqualTo(thread);
      assertThat(answer.text()).contains(ADAS, BENS);
    }
  }
}
