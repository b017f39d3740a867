package io.goldenpath.detection;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.goldenpath.catalogue.spoken.SpokenProtocol;
import io.goldenpath.wire.TestSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The faults of the catalogue over each framing, in a described dialect. */
class SpokenDetectionIT {

  private static final int PATIENCE_SECONDS = TestSize.of(180, 1_200);

  private static final CaseWalks WALKS = new CaseWalks();
  private static final Map<SpokenProtocol, MonitoredDemo> DEMOS =
      new EnumMap<>(SpokenProtocol.class);

  @BeforeAll
  static void start() throws InterruptedException, IOException {
    for (SpokenProtocol protocol : SpokenProtocol.values()) {
      MonitoredDemo demo = new MonitoredDemo(SpokenCases.walked().size(), protocol);
      DEMOS.put(protocol, demo);
    }
    Objects.requireNonNull(DEMOS.get(SpokenProtocol.STOMP)).warmUp();
  }

  @AfterAll
  static void stop() throws IOException {
    WALKS.close();
    for (MonitoredDemo demo : DEMOS.values()) {
      demo.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> namesEachFaultOverEachFraming() {
    List<DynamicTest> tests = new ArrayList<>();
    DEMOS.forEach((protocol, demo) -> {
      int user = 0;
      for (DetectionCase one : SpokenCases.walked()) {
        user++;
        CaseWalks.Walk walk = WALKS.begin(demo, one, user);
        tests.add(
            dynamicTest(
                one.behaviour().name() + " over " + protocol.label(),
                () -> walk.assertSigns(PATIENCE_SECONDS)));
      }
    });
    return tests.stream();
  }
}
