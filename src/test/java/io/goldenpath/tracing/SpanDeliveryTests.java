package io.goldenpath.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SpanDeliveryTests {

  private final ScriptedExporter exporter = new ScriptedExporter();
  private final SpanDelivery delivery = new SpanDelivery(exporter, "tempo.example.com");

  /** Answers as it is told; where it is told nothing, never. */
  private static final class ScriptedExporter implements SpanExporter {

    private final Queue<CompletableResultCode> results = new ArrayDeque<>();
    private int exports;

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      exports++;
      return results.isEmpty() ? new CompletableResultCode() : results.remove();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  @Test
  void saysOnceThatNothingIsTakenAndOnceThatItIsAgain(CapturedOutput output) {
    send(CompletableResultCode.ofFailure());
    send(CompletableResultCode.ofFailure());
    send(CompletableResultCode.ofFailure());
    send(CompletableResultCode.ofSuccess());
    send(CompletableResultCode.ofSuccess());

    assertThat(output.toString().lines().filter(line -> line.contains("SpanDelivery")))
        .satisfiesExactly(
            lost ->
                assertThat(lost)
                    .contains("WARN", "Traces cannot be delivered to tempo.example.com"),
            again -> assertThat(again).contains("INFO", "to tempo.example.com again"));
  }

  @Test
  void saysNothingWhileAllIsWell(CapturedOutput output) {
    assertThat(send(CompletableResultCode.ofSuccess()).isSuccess()).isTrue();
    assertThat(output.toString()).doesNotContain("SpanDelivery");
  }

  @Test
  void atTheEndAsksOnlyWhoAnswers() {
    send(CompletableResultCode.ofFailure());
    delivery.closing();

    assertThat(send(CompletableResultCode.ofSuccess()).isSuccess()).isFalse();
    assertThat(exporter.exports).isEqualTo(1);
  }

  @Test
  void atTheEndStillSendsWhatIsLeft() {
    send(CompletableResultCode.ofSuccess());
    delivery.closing();

    assertThat(send(CompletableResultCode.ofSuccess()).isSuccess()).isTrue();
  }

  @Test
  void atTheEndGivesUpWhatIsNotAnswered() {
    CompletableResultCode waiting = delivery.export(List.of());

    delivery.closing();

    assertThat(waiting.isDone()).isTrue();
    assertThat(waiting.isSuccess()).isFalse();
  }

  private CompletableResultCode send(CompletableResultCode result) {
    exporter.results.add(result);
    return delivery.export(List.of());
  }
}
