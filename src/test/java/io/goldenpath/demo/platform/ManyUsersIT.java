package io.goldenpath.demo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.catalogue.variant.AgentVariants;
import io.goldenpath.demo.platform.TestClient.Seen;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.script.DemoActivity.Kind;
import io.goldenpath.model.time.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everybody at once, each with thirty events. */
class ManyUsersIT {

  private static final String THOROUGH = "thorough";
  private static final int USERS = Boolean.getBoolean(THOROUGH) ? 1000 : 100;
  private static final int EVENTS = 30;
  private static final int PATIENCE_SECONDS = 60;

  @SuppressWarnings("NullAway.Init")
  private static DemoPlatform demo;

  @BeforeAll
  static void start() {
    demo = DemoPlatform.start(0, new DemoSetup(USERS, 7));
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void servesEverybodyAtOnceAndNotesItAll() throws Exception {
    DemoLog log = DemoLog.of(demo);
    demo.faults().switchOn(AgentVariants.BUSY_AGENT);
    CountDownLatch ready = new CountDownLatch(USERS);
    List<Future<Long>> users = new ArrayList<>();
    long slowest = 0;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (DemoAccount account : demo.accounts().all()) {
        users.add(people.submit(visit(account, ready)));
      }
      for (Future<Long> user : users) {
        slowest = Math.max(slowest, user.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
    }
    System.out.printf("%d users, %d events each: the slowest took %d ms%n", USERS, EVENTS, slowest);

    for (Kind kind : List.of(Kind.LOGIN, Kind.UPGRADE, Kind.CONNECTED)) {
      assertThat(log.entries()).filteredOn(entry -> entry.kind() == kind).hasSize(USERS);
    }
  }

  /** Milliseconds from the question to the answer. */
  private static Callable<Long> visit(DemoAccount account, CountDownLatch ready) {
    return () -> {
      try (TestClient client = TestClient.connect(demo, account)) {
        client.await("system_message");
        ready.countDown();
        assertThat(ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        String code = code(account);
        long asked = Stopwatch.SYSTEM.nanos();
        client.ask("Repeat the code " + code + " and tell me: what is 17 + 25?");
        List<Seen.Text> events = new ArrayList<>();
        while (events.isEmpty() || !events.getLast().is("agent_completed")) {
          if (client.next(10_000) instanceof Seen.Text text && !text.is("ping")) {
            events.add(text);
          }
        }

        assertThat(events).hasSize(EVENTS);
        assertThat(events.getLast().text()).contains(code, "= 42.");
        return (events.getLast().nanos() - asked) / 1_000_000;
      }
    };
  }

  /** A word of its own for each user. */
  private static String code(DemoAccount account) {
    StringBuilder code = new StringBuilder("Q");
    account
        .email()
        .chars()
        .filter(Character::isDigit)
        .forEach(digit -> code.append((char) ('A' + digit - '0')));
    return code.append("Q").toString();
  }
}
