package io.goldenpath.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Outcome;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Runs;
import io.goldenpath.probe.User;
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
class ExecutionTests {

  private final ManualTime time = new ManualTime();
  private final Probe probe = Runs.probe("demo");
  private final List<User> users = probe.target().users();
  private final RunTicket ticket = Runs.ticket(probe, "a", Runs.NOON);

  @Test
  void handsOverWhatTheJourneyMade(CapturedOutput output) {
    Run made = Runs.missing(probe, "a", Runs.NOON);

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
    assertThat(run.worst().orElseThrow().kind()).isEqualTo(FindingKind.MONITOR_FAULT);
    assertThat(run.worst().orElseThrow().message())
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
    execution(() -> Runs.broken(probe, "a", Runs.NOON)).run(users);

    assertThat(output).contains("WARN", "counts for nothing", "stood still for 900 ms");
  }

  @Test
  void anInterruptionThatNobodyOwnsUpToIsOurFault() {
    Thread.currentThread().interrupt();

    assertThat(execution(ExecutionTests::block).run(users))
        .hasValueSatisfying(run -> assertThat(run.outcome()).isEqualTo(Outcome.BROKEN));
  }

  @Test
  void stoppedBeforeItBeganItMakesNoRun() {
    Execution execution = execution(ExecutionTests::block);
    execution.stop();

    assertThat(execution.run(users)).isEmpty();
  }

  @Test
  void stoppedItCountsForNothingEvenWhereTheJourneyEndedOrBroke(CapturedOutput output) {
    Execution[] self = new Execution[1];
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
    Execution[] self = new Execution[1];
    self[0] =
        execution(() -> {
          self[0].giveUp();
          return Runs.passed(probe, "a", Runs.NOON);
        });

    Optional<Run> run = self[0].run(users);

    assertThat(run).hasValueSatisfying(made -> assertThat(made.succeeded()).isTrue());
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private static Run block() throws InterruptedException {
    new CountDownLatch(1).await();
    throw new AssertionError("nobody counts down");
  }

  private Execution execution(Callable<Run> journey) {
    return new Execution(new Only(probe, journey), ticket, time);
  }

  private record Only(Probe probe, Callable<Run> how) implements Journey {

    @Override
    public Run run(RunTicket ticket, List<User> users) throws InterruptedException {
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
