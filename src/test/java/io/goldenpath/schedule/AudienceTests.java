package io.goldenpath.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunListener;
import io.goldenpath.probe.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AudienceTests {

  private final Notebook notebook = new Notebook();
  private final Run run = Runs.passed(Runs.probe("demo"), "a", Runs.NOON);

  @Test
  void aListenerThatThrowsKeepsNobodyElseFromHearing(CapturedOutput output) {
    Audience audience = new Audience(List.of(new Throwing(), notebook));

    audience.tell(listener -> listener.finished(run));

    assertThat(notebook.read()).containsExactly("finished demo passed");
    assertThat(output).contains("Listener Throwing failed").contains("cannot write");
  }

  private static final class Throwing implements RunListener {

    @Override
    public void finished(Run run) {
      throw new NoClassDefFoundError("cannot write");
    }
  }
}
