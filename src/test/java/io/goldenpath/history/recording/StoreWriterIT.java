package io.goldenpath.history.recording;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.history.store.RunEntry;
import io.goldenpath.history.store.RunFilter;
import io.goldenpath.history.store.TestDatabase;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.Secret;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreWriterIT {

  private static final RetentionLimits LIMITS =
      new RetentionLimits(Duration.ofDays(14), Duration.ofDays(14), 1 << 19, Duration.ofDays(400));

  @TempDir Path folder;

  private final Probe demo = SampleRuns.probe("demo");
  private final WaitingRuns waiting = new WaitingRuns(1000, Long.MAX_VALUE);
  private long nanos;
  private @Nullable StoreWriter writer;

  @AfterEach
  void close() {
    if (writer != null) {
      writer.close();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void writesWhatWaits(TestDatabase kind) {
    StoreWriter writer = writer(kind.create(folder));
    assertThat(writer.status().available()).isFalse();

    add("a", "b");
    writer.runOnce();

    assertThat(writer.status().available()).isTrue();
    assertThat(waiting.size()).isZero();
    assertThat(stored(writer)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void writesEachRunOnceWhenTheServerIsBack() throws IOException {
    DatabaseAddress server = TestDatabase.POSTGRESQL.create(folder);
    try (SwitchableRelay relay = SwitchableRelay.to(server)) {
      StoreWriter writer = writer(relay.address());
      add("a");
      writer.runOnce();

      relay.cut();
      add("b");
      writer.runOnce();
      add("c");
      assertThat(writer.status().available()).isFalse();
      assertThat(writer.store()).isEmpty();
      assertThat(waiting.size()).isEqualTo(2);

      relay.restore();
      writer.runOnce();
      assertThat(writer.status().available()).as("not before the pause is over").isFalse();
      nanos += Duration.ofSeconds(3).toNanos();
      writer.runOnce();
      assertThat(stored(writer)).containsExactlyInAnyOrder("a", "b", "c");
      assertThat(waiting.dropped()).isZero();
    }
  }

  @Test
  void saysInOneLineWhatKeepsItFromTheServer() {
    StoreWriter writer =
        writer(
            DatabaseAddress.server(
                "jdbc:postgresql://127.0.0.1:1/history?password=geheim", "me", Secret.of("x")));

    writer.runOnce();

    assertThat(writer.status().problem()).startsWith("Connection to 127.0.0.1:1 refused");
  }

  @Test
  void twoMonitorsDoNotShareAFile() throws IOException {
    Path file = folder.resolve("history");
    try (FileChannel other =
        FileChannel.open(
            folder.resolve("history.mv.db"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock lock = other.lock();
      StoreWriter writer = writer(DatabaseAddress.file(file));
      writer.runOnce();
      assertThat(writer.status().problem()).contains("another process", "goldenpath.data");

      lock.release();
      nanos += Duration.ofSeconds(3).toNanos();
      writer.runOnce();
      assertThat(writer.status().available()).isTrue();
    }
  }

  @Test
  void aDamagedFileIsSetAsideAndANewOneBegins() throws IOException {
    Path file = folder.resolve("history");
    byte[] noise = "this is no database".repeat(1000).getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("history.mv.db"), noise);
    StoreWriter writer = writer(DatabaseAddress.file(file));

    add("a");
    writer.runOnce();
    writer.runOnce();

    assertThat(stored(writer)).containsExactly("a");
    assertThat(folder.resolve("history-damaged-20261124T120000Z.mv.db")).hasBinaryContent(noise);
  }

  @Test
  void aRunThatCannotBeStoredKeepsNoOtherFromIt() {
    StoreWriter writer = writer(DatabaseAddress.file(folder.resolve("history")));

    add("a", "x".repeat(100), "b");
    writer.runOnce();

    assertThat(stored(writer)).containsExactlyInAnyOrder("a", "b");
    assertThat(waiting.dropped()).isEqualTo(1);
    assertThat(writer.status().available()).isTrue();
  }

  @Test
  void saysSinceWhenRunsAreKeptWhereTheSizeShortensTheirTime() {
    StoreWriter writer = writer(DatabaseAddress.memory("full"));
    for (int i = 0; i < 900; i++) {
      waiting.add(
          RunEntry.withoutFrames(
              SampleRuns.passed(demo, "run-" + i, NOON.minusSeconds(60L * (900 - i)))));
    }

    writer.runOnce();

    assertThat(writer.store().orElseThrow().bytes()).isLessThan(1 << 19);
    assertThat(stored(writer)).first().isEqualTo("run-899");
    assertThat(writer.runsKept().since()).isEqualTo(NOON.minusSeconds(60 * 400));
    assertThat(writer.runsKept().length(NOON)).isEqualTo(Duration.ofMinutes(400));
    assertThat(writer.transcriptsKept().since()).isNull();
    assertThat(writer.transcriptsKept().length(NOON)).isEqualTo(LIMITS.transcripts());
  }

  @Test
  void saysSinceWhenTranscriptsAreKeptWhereOnlyThoseAreGivenUp() {
    StoreWriter writer = writer(DatabaseAddress.memory("transcripts"), 800_000);
    for (int i = 0; i < 600; i++) {
      waiting.add(
          RunEntry.withFrames(
              SampleRuns.passed(demo, "run-" + i, NOON.minusSeconds(60L * (600 - i)))));
    }

    writer.runOnce();

    assertThat(writer.transcriptsKept().since()).isEqualTo(NOON.minusSeconds(60 * 100));
    assertThat(writer.runsKept().since()).isNull();
  }

  @Test
  void doesNotMissWhatWouldBeTooOldByNow() {
    KeptPeriod kept = new KeptPeriod(Duration.ofHours(1), NOON);

    assertThat(kept.at(NOON.plusSeconds(3599))).isEqualTo(kept);
    assertThat(kept.at(NOON.plusSeconds(3600)).since()).isNull();
  }

  private StoreWriter writer(DatabaseAddress address) {
    return writer(address, LIMITS.bytes());
  }

  private StoreWriter writer(DatabaseAddress address, long bytes) {
    RetentionLimits limits =
        new RetentionLimits(LIMITS.runs(), LIMITS.transcripts(), bytes, LIMITS.aggregates());
    StoreWriter opened = new StoreWriter(address, limits, waiting, () -> NOON, () -> nanos);
    writer = opened;
    return opened;
  }

  private void add(String... ids) {
    for (String id : ids) {
      waiting.add(RunEntry.withFrames(SampleRuns.passed(demo, id, NOON)));
    }
  }

  private static List<String> stored(StoreWriter writer) {
    return writer.store().orElseThrow().runs(new RunFilter(null, null, null, 100)).stream()
        .map(Run::id)
        .toList();
  }
}
