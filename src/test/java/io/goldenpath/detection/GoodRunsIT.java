package io.goldenpath.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.catalogue.DemoCatalogue;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Good runs of every sort, many at once: a false alarm here is one at night. */
class GoodRunsIT {

  private static final String THOROUGH = "thorough";
  private static final int AT_ONCE = 50;
  private static final int RUNS = Boolean.getBoolean(THOROUGH) ? 2000 : 200;
  private static final int PATIENCE_MINUTES = 8;

  private final List<DemoBehaviour> variants = DemoCatalogue.whole().variants();

  @Test
  void raisesNoAlarmWhateverVariantAGoodPlatformShows() throws Exception {
    List<String> alarms = new ArrayList<>();
    int walked = 0;
    try (MonitoredDemo monitoredDemo = new MonitoredDemo(AT_ONCE);
        ExecutorService walkers = Executors.newVirtualThreadPerTaskExecutor()) {
      monitoredDemo.warmUp();
      List<Journey> journeys =
          IntStream.rangeClosed(1, AT_ONCE)
              .mapToObj(user -> monitoredDemo.journey(user, Map.of()))
              .toList();
      List<Future<List<String>>> users = new ArrayList<>();
      for (int user = 1; user <= AT_ONCE; user++) {
        int number = user;
        users.add(walkers.submit(() -> walk(monitoredDemo, journeys.get(number - 1), number)));
      }
      for (Future<List<String>> user : users) {
        List<String> lines = user.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        walked += RUNS / AT_ONCE;
        alarms.addAll(lines);
      }
      System.out.printf(
          "%d good runs over %d variants at %d at once; %d counted for nothing and were repeated%n",
          walked, variants.size(), AT_ONCE, monitoredDemo.broken());
    }

    assertThat(walked).isEqualTo(RUNS);
    assertThat(alarms).isEmpty();
  }

  private List<String> walk(MonitoredDemo monitoredDemo, Journey journey, int user)
      throws InterruptedException {
    List<String> alarms = new ArrayList<>();
    for (int i = 0; i < RUNS / AT_ONCE; i++) {
      DemoBehaviour variant = variants.get((user + i * AT_ONCE) % variants.size());
      monitoredDemo.faults().switchOff(monitoredDemo.email(user));
      monitoredDemo.faults().switchOn(variant, monitoredDemo.user(user));
      Run run = monitoredDemo.walk(journey);
      run.findings().stream()
          .filter(finding -> finding.severity().compareTo(Severity.INFO) > 0)
          .forEach(finding -> alarms.add(alarm(variant, finding)));
    }
    return alarms;
  }

  private static String alarm(DemoBehaviour variant, Finding finding) {
    return "%s: %s, %s".formatted(variant.name(), ExpectedFinding.of(finding), finding.message());
  }
}
