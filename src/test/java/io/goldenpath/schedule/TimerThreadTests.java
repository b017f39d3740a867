package io.goldenpath.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.time.Stopwatch;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TimerThreadTests {

  private final TimerThread timer = new TimerThread(Stopwatch.SYSTEM);
  private final CountDownLatch done = new CountDownLatch(1);

  @Test
  void whatBreaksIsLoggedAndTheNextIsDoneAllTheSame(CapturedOutput output) throws Exception {
    timer.at(
        Stopwatch.SYSTEM.nanos() - 5,
        () -> {
          throw new NoClassDefFoundError("gone");
        });
    timer.at(Stopwatch.SYSTEM.nanos() + 1000, done::countDown);

    assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    timer.close();
    assertThat(output).contains("ERROR", "the schedule continues", "NoClassDefFoundError: gone");
  }

  @Test
  void afterItsEndNothingIsDoneAndNothingIsThrown() {
    timer.close();

    Future<?> never = timer.at(Stopwatch.SYSTEM.nanos(), done::countDown);

    assertThat(never.isDone()).isFalse();
    assertThat(done.getCount()).isEqualTo(1);
  }
}
