package io.goldenpath.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RunNotifierTests {

  private final RecordingListener recorded = new RecordingListener();
  private final Run run = SampleRuns.passed(SampleRuns.probe("demo"), "a", SampleRuns.NOON);

  @Test
  void aListenerThatThrowsKeepsNobodyElseFromHearing(CapturedOutput output) {
    RunNotifier notifier = new RunNotifier(List.of(new Throwing(), recorded));

    notifier.notifyListeners(listener -> listener.finished(run));

    assertThat(recorded.read()).containsExactly("finished demo passed");
    assertThat(output).contains("Listener Throwing failed").contains("cannot write");
  }

  private static final class Throwing implements RunListener {

    @Override
    public void finished(Run run) {
      throw new NoClassDefFoundError("cannot write");
    }
  }
}
