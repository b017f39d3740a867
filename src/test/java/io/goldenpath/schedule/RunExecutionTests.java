package io.goldenpath.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RunExecutionTests {

  private final ManualTime time = new ManualTime();
  private final Probe probe = SampleRuns.probe("demo");
  private final List<User> users = probe.target().users();
  private final RunInfo ticket = SampleRuns.runInfo(probe, "a", SampleRuns.NOON);

  @Test
  void handsOverWhatTheJourneyMade(CapturedOutput output) {
    Run made = SampleRuns.missing(probe, "a", SampleRuns.NOON);

    assertThat(execution(() -> made).run(users)).contains(made);
    assertThat(output).isEmpty();
  }

  @Test
  void anExceptionBecomesABrokenRunWithTheTraceInTheLog(CapturedOutput output) {
    Run run =
        execution(
                () -> {
                  time.oversleep(Duration.ofSeconds(2));
                  throw new IllegalStateException("token abc");
                })
            .run(users)
            .orElseThrow();

    assertThat(run.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(run.duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(run.worstFinding().orElseThrow().kind()).isEqualTo(FindingKind.MONITOR_FAULT);
    assertThat(run.worstFinding().orElseThrow().message())
        .contains("IllegalStateException")
        .doesNotContain("abc");
    assertThat(output).contains("WARN", "Run a of demo/golden-path broke", "at io.goldenpath");
  }

  @Test
  void anErrorBreaksTheRunAndNotTheMonitor() {
    assertThat(
            execution(
                    () -> {
                      throw new StackOverflowError();
                    })
                .run(users)
                .orElseThrow()
                .outcome())
        .isEqualTo(Outcome.BROKEN);
  }

  @Test
  void aJourneyThatBlamesTheMonitorIsLoggedToo(CapturedOutput output) {
    execution(() -> SampleRuns.broken(probe, "a", SampleRuns.NOON)).run(users);

    assertThat(output).contains("WARN", "is not counted", "stood still for 900 ms");
  }

  @Test
  void anInterruptionThatNobodyOwnsUpToIsOurFault() {
    Thread.currentThread().interrupt();

    assertThat(execution(RunExecutionTests::block).run(users))
        .hasValueSatisfying(run -> assertThat(run.outcome()).isEqualTo(Outcome.BROKEN));
  }

  @Test
  void stoppedBeforeItBeganItMakesNoRun() {
    RunExecution runExecution = execution(RunExecutionTests::block);
    runExecution.stop();

    assertThat(runExecution.run(users)).isEmpty();
  }

  @Test
  void stoppedItCountsForNothingEvenWhereTheJourneyEndedOrBroke(CapturedOutput output) {
    RunExecution[] self = new RunExecution[1];
    self[0] =
        execution(() -> {
          self[0].stop();
          throw new IllegalStateException("closed under my feet");
        });

    assertThat(self[0].run(users)).isEmpty();
    assertThat(output).isEmpty();
  }

  @Test
  void listenersAreNotInterruptedByAWatchdogThatCameTooLate() {
    RunExecution[] self = new RunExecution[1];
    self[0] =
        execution(() -> {
          self[0].timeOut();
          return SampleRuns.passed(probe, "a", SampleRuns.NOON);
        });

    Optional<Run> run = self[0].run(users);

    assertThat(run).hasValueSatisfying(made -> assertThat(made.succeeded()).isTrue());
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private static Run block() throws InterruptedException {
    new CountDownLatch(1).await();
    throw new AssertionError("nobody counts down");
  }

  private RunExecution execution(Callable<Run> journey) {
    return new RunExecution(new Only(probe, journey), ticket, time);
  }

  private record Only(Probe probe, Callable<Run> how) implements Journey {

    @Override
    public Run run(RunInfo ticket, List<User> users) throws InterruptedException {
      try {
        return how.call();
      } catch (InterruptedException | RuntimeException passed) {
        throw passed;
      } catch (Exception checked) {
        throw new AssertionError(checked);
      }
    }
  }
}
