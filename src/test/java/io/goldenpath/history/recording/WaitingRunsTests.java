package io.goldenpath.history.recording;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.store.RunEntry;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingRunsTests {

  private final Probe demo = SampleRuns.probe("demo");
  private final RunEntry oldGood = good("old-good");
  private final RunEntry oldBad = bad("old-bad");
  private final RunEntry good = good("good");
  private final RunEntry bad = bad("bad");

  @Test
  void keepsAllWithinItsBounds() {
    WaitingRuns waiting = waiting(4, Long.MAX_VALUE, oldGood, oldBad, good, bad);

    assertThat(waiting.dropped()).isZero();
    assertThat(waiting.take(3)).containsExactly(oldGood, oldBad, good);
    assertThat(waiting.size()).isEqualTo(4);
    waiting.stored();
    assertThat(waiting.take(3)).containsExactly(bad);
  }

  @Test
  void dropsTheFramesOfTheOldestGoodRunFirst() {
    WaitingRuns waiting = waiting(9, bytes() - 1, oldBad, oldGood, good, bad);

    assertThat(waiting.take(9)).containsExactly(oldBad, oldGood.dropFrames(), good, bad);
    assertThat(waiting.dropped()).isEqualTo(1);
  }

  @Test
  void dropsTheFramesOfBadRunsOnlyWhenNoGoodOneHasAny() {
    long framesOfThree =
        List.of(oldBad, oldGood, good).stream()
            .mapToLong(entry -> entry.size() - entry.dropFrames().size())
            .sum();

    WaitingRuns waiting = waiting(9, bytes() - framesOfThree, oldBad, oldGood, good, bad);

    assertThat(waiting.take(9))
        .containsExactly(oldBad.dropFrames(), oldGood.dropFrames(), good.dropFrames(), bad);
    assertThat(waiting.dropped()).isEqualTo(3);
  }

  @Test
  void dropsWholeRunsLastAndTheOldestGoodOneFirst() {
    WaitingRuns waiting = waiting(2, Long.MAX_VALUE, oldBad, oldGood, good, bad);

    assertThat(waiting.take(9)).containsExactly(oldBad, bad);
    assertThat(waiting.dropped()).isEqualTo(2);
  }

  @Test
  void whatIsPutBackStaysTheOldest() {
    WaitingRuns waiting = waiting(4, Long.MAX_VALUE, oldGood, oldBad);

    waiting.take(1);
    waiting.add(good);
    waiting.putBack();

    assertThat(waiting.take(9)).containsExactly(oldGood, oldBad, good);
  }

  @Test
  void whatIsBeingWrittenCountsUntilItIsStored() {
    WaitingRuns waiting = waiting(2, Long.MAX_VALUE, oldGood, oldBad);

    waiting.take(1);
    waiting.add(good);

    assertThat(waiting.dropped()).isEqualTo(1);
    waiting.stored();
    waiting.add(bad);
    assertThat(waiting.dropped()).isEqualTo(1);
    assertThat(waiting.take(9)).containsExactly(oldBad, bad);
  }

  private static WaitingRuns waiting(int maxRuns, long maxBytes, RunEntry... entries) {
    WaitingRuns waiting = new WaitingRuns(maxRuns, maxBytes);
    List.of(entries).forEach(waiting::add);
    return waiting;
  }

  private long bytes() {
    return (long) oldGood.size() + oldBad.size() + good.size() + bad.size();
  }

  private RunEntry good(String id) {
    return RunEntry.withFrames(SampleRuns.passed(demo, id, NOON));
  }

  private RunEntry bad(String id) {
    return RunEntry.withFrames(SampleRuns.missing(demo, id, NOON));
  }
}
