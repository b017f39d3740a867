package io.goldenpath.history.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.RunFilter;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.incident.Incident;
import io.goldenpath.model.run.Run;
import io.goldenpath.wire.TestSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the midst of writing, again and again, on the same file. */
class KilledProcessIT {

  private static final int KILLS = TestSize.of(3, 20);

  /** A machine with better things to do than to write takes longer than it should. */
  private static final Duration LOST_AT_MOST = Duration.ofSeconds(TestSize.of(2, 1));

  @Test
  void losesAtMostTheLastSecond(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("history");
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= KILLS; i++) {
      RestoredIncidents restored = read(file, RestoredIncidents::of);
      String prefix = i + "-";
      try (RecordingProcess process =
          RecordingProcess.start(file, prefix, folder.resolve("log-" + i).toFile())) {
        await().atMost(Duration.ofMinutes(1)).until(() -> process.ended() > 0);
        long moment = LOST_AT_MOST.toMillis() / 2 + ThreadLocalRandom.current().nextLong(2500);
        expected.addAll(process.kill(Duration.ofMillis(moment), LOST_AT_MOST));
      }
      read(
          file,
          store -> {
            restored.check(store, prefix, LOST_AT_MOST);
            return store;
          });
    }

    List<String> stored = read(file, KilledProcessIT::runs);
    List<Incident> incidents = read(file, RestoredIncidents::read);
    System.out.printf(
        "%d kills: %d runs must be there, %d are; verdicts and %d incidents restored each time%n",
        KILLS, expected.size(), stored.size(), incidents.size());
    assertThat(incidents)
        .filteredOn(incident -> incident.probe().target().equals("lab"))
        .as("an outage that lasts all the time")
        .singleElement()
        .extracting(Incident::state)
        .isEqualTo(Incident.State.OPEN);
    assertThat(stored).doesNotHaveDuplicates().containsAll(expected);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(name -> name.toString().contains("damaged"));
    }
  }

  private static List<String> runs(RunStore store) {
    return store.runs(new RunFilter(null, null, null, 100_000)).stream().map(Run::id).toList();
  }

  private static <T> T read(Path file, Function<RunStore, T> question) {
    try (RunStore store = RunStore.open(DatabaseAddress.file(file))) {
      return question.apply(store);
    }
  }
}
