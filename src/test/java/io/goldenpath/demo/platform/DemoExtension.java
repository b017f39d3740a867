package io.goldenpath.demo.platform;

import io.goldenpath.catalogue.DemoCatalogue;
import io.goldenpath.demo.script.DemoAccounts;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A demo platform for the tests of one class, each of which begins without faults. */
final class DemoExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  static final String CODE = "KWXQZ";
  static final String QUESTION = "Repeat the code KWXQZ and tell me: what is 17 + 25?";
  static final List<String> EVENTS =
      List.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

  private static final int ANY_PORT = 0;
  private static final int FEW = 5;
  private static final int MANY = 60;
  private static final long SEED = 7;

  private final DemoSetup setup;
  private final AtomicInteger lastAccount = new AtomicInteger();

  @SuppressWarnings("NullAway.Init")
  private DemoPlatform platform;

  @SuppressWarnings("NullAway.Init")
  private DemoLog log;

  private DemoExtension(DemoSetup setup) {
    this.setup = setup;
  }

  DemoExtension() {
    this(DemoSetup.usual());
  }

  /** With accounts enough for a newcomer in each test. */
  static DemoExtension manyUsers() {
    return new DemoExtension(new DemoSetup(MANY, SEED));
  }

  /** With every behaviour by its name. */
  static DemoExtension wholeCatalogue() {
    return new DemoExtension(new DemoSetup(FEW, SEED, DemoCatalogue.whole()));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    platform = DemoPlatform.start(ANY_PORT, setup);
    log = DemoLog.of(platform);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    platform.faults().switchOff();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    platform.close();
  }

  DemoPlatform platform() {
    return platform;
  }

  DemoAccounts accounts() {
    return platform.accounts();
  }

  DemoFaults faults() {
    return platform.faults();
  }

  DemoLog log() {
    return log;
  }

  /** The number of an account that nobody has used yet. */
  int newcomer() {
    return lastAccount.incrementAndGet();
  }

  TestClient connect(int account) throws Exception {
    return TestClient.connect(platform, accounts().number(account));
  }

  TestClient welcomed(int account) throws Exception {
    TestClient client = connect(account);
    client.await("system_message");
    return client;
  }

  /** What this user, who connects for it, is answered. */
  String result(int account) throws Exception {
    try (TestClient client = welcomed(account)) {
      return result(client);
    }
  }

  static String result(TestClient client) throws Exception {
    return answer(client).json().at("/payload/result").stringValue();
  }

  /** The frame that answers the question. */
  static TestClient.Seen.Text answer(TestClient client) throws Exception {
    client.ask(QUESTION);
    return client.await("agent_completed");
  }
}
