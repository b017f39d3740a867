package io.goldenpath.history.recording;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreReaderIT {

  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicLong ahead = new AtomicLong();
  private final StoreWriter writer =
      new StoreWriter(
          DatabaseAddress.memory("reader"),
          new RetentionLimits(
              Duration.ofDays(14), Duration.ofDays(14), Long.MAX_VALUE, Duration.ofDays(400)),
          new WaitingRuns(1000, Long.MAX_VALUE),
          () -> NOON,
          Stopwatch.SYSTEM);

  @BeforeEach
  void open() {
    writer.runOnce();
  }

  @AfterEach
  void close() {
    end.countDown();
    writer.close();
  }

  @Test
  void answersWhatTheStoreAnswers() {
    StoreReader reader = reader(Duration.ofMinutes(1));

    assertThat(reader.available()).isTrue();
    assertThat(reader.ask(RunStore::bytes)).contains(0L);
  }

  @Test
  void aStoreThatDoesNotAnswerIsNotAskedAgainForAWhile() {
    StoreReader reader = reader(Duration.ofSeconds(1));

    assertThat(reader.ask(this::never)).isEmpty();
    assertThat(reader.ask(RunStore::bytes)).as("at once").isEmpty();

    ahead.addAndGet(Duration.ofSeconds(3).toNanos());
    assertThat(reader.ask(RunStore::bytes)).isPresent();
  }

  @Test
  void aQuestionThatFailsKeepsNoOtherFromAnAnswer() {
    StoreReader reader = reader(Duration.ofMinutes(1));

    assertThat(reader.ask(_ -> fail())).isEmpty();
    assertThat(reader.ask(RunStore::bytes)).isPresent();
  }

  @Test
  void isNotAskedWhileItIsClosed() {
    writer.close();

    assertThat(reader(Duration.ofMinutes(1)).ask(_ -> fail())).isEmpty();
  }

  private StoreReader reader(Duration longest) {
    return new StoreReader(writer, longest, () -> System.nanoTime() + ahead.get());
  }

  private long never(RunStore store) {
    try {
      end.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return store.bytes();
  }

  private static long fail() {
    throw new IllegalStateException("asked");
  }
}
