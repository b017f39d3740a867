package io.goldenpath.maintenance;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.ServiceLevels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaintenanceBoardTests {

  private static final MaintenanceWindow HOUR =
      new MaintenanceWindow(NOON, NOON.plusSeconds(3600), "patch window");

  private final Probe shop = SampleRuns.probe("shop");
  private final Probe crowd = SampleRuns.isolation("shop", 3);
  private final Probe lab = SampleRuns.probe("lab");
  private Instant now = NOON;
  private final MaintenanceBoard board = new MaintenanceBoard(() -> now);

  @Test
  void endsByItself() {
    board.watching(List.of(shop, crowd, lab));
    board.add(requested("a", "shop", null));

    now = NOON.plusSeconds(3599);
    assertThat(board.current(shop.id())).contains(HOUR);
    assertThat(board.current(crowd.id())).contains(HOUR);
    assertThat(board.current(lab.id())).isEmpty();

    now = NOON.plusSeconds(3600);
    assertThat(board.current(shop.id())).isEmpty();
    assertThat(board.requested()).isEmpty();
  }

  @Test
  void isOfOneJourneyWhereItSaysSo() {
    board.watching(List.of(shop, crowd));
    board.add(requested("a", "shop", JourneyKind.ISOLATION));

    assertThat(board.current(shop.id())).isEmpty();
    assertThat(board.current(crowd.id())).contains(HOUR);
  }

  @Test
  void marksEveryRunThatWasInItAtAnyMoment() {
    board.watching(List.of(shop));
    board.add(requested("a", "shop", null));

    assertThat(marks("1842 ms before", -2000)).isNull();
    assertThat(marks("ends in it", -1000)).isEqualTo("patch window");
    assertThat(marks("begins in it", 3_599_999)).isEqualTo("patch window");
    assertThat(marks("begins at its end", 3_600_000)).isNull();
  }

  @Test
  void marksARunThatBeganBeforeItWasEnded() {
    board.watching(List.of(shop));
    board.add(requested("a", "shop", null));
    now = NOON.plusSeconds(600);

    assertThat(board.end("a")).isPresent();
    assertThat(board.end("a")).isEmpty();

    assertThat(board.current(shop.id())).isEmpty();
    assertThat(marks("begins before", 599_000)).isEqualTo("patch window");
    assertThat(marks("begins after", 600_000)).isNull();
  }

  @Test
  void knowsWhatIsPlannedUntilTheSettingsChange() {
    board.watching(List.of(ServiceLevels.with(shop, HOUR)));

    assertThat(board.current(shop.id())).contains(HOUR);
    assertThat(board.planned(shop.id())).containsExactly(HOUR);

    board.watching(List.of(shop));

    assertThat(board.current(shop.id())).isEmpty();
  }

  @Test
  void takesNoMoreThanItCanKeep() {
    for (int i = 0; i < MaintenanceBoard.MOST; i++) {
      assertThat(board.add(requested("id" + i, "shop", null))).isTrue();
    }
    assertThat(board.add(requested("more", "shop", null))).isFalse();

    now = NOON.plus(Duration.ofHours(2));
    assertThat(board.add(requested("later", "shop", null))).isTrue();
  }

  private static RequestedMaintenance requested(
      String id, String target, @Nullable JourneyKind journey) {
    return new RequestedMaintenance(id, target, journey, HOUR);
  }

  private @Nullable String marks(String id, long millis) {
    Run run = SampleRuns.passed(shop, id, NOON.plusMillis(millis));
    return board.mark(run).maintenance();
  }
}
