package io.goldenpath.detection;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each case of the catalogue, walked over real sockets. */
class DetectionIT {

  private static final int PATIENCE_SECONDS = 180;

  private static final Catalogue CATALOGUE = Catalogue.whole();
  private static final CaseWalks WALKS = new CaseWalks();

  @SuppressWarnings("NullAway.Init")
  private static MonitoredDemo monitoredDemo;

  @BeforeAll
  static void start() throws InterruptedException {
    monitoredDemo = new MonitoredDemo((int) CATALOGUE.all().count());
    monitoredDemo.warmUp();
  }

  @AfterAll
  static void stop() throws IOException {
    WALKS.close();
    monitoredDemo.close();
    System.out.println(
        "Runs that counted for nothing and were repeated: " + monitoredDemo.broken());
  }

  @TestFactory
  Stream<DynamicTest> namesEachFaultAndNothingElseAndToleratesEachVariant() {
    List<DynamicTest> tests = new ArrayList<>();
    for (DetectionCase one : CATALOGUE.all().toList()) {
      CaseWalks.Walk walk = WALKS.begin(monitoredDemo, one, tests.size() + 1);
      tests.add(dynamicTest(one.behaviour().name(), () -> walk.assertSigns(PATIENCE_SECONDS)));
    }
    return tests.stream();
  }
}
