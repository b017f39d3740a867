package io.goldenpath.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends spans through another exporter. What cannot be delivered is dropped, and logged once until
 * it can; the monitor's end waits for a receiver only while that answers.
 */
public final class SpanDelivery implements SpanExporter {

  private static final Logger logger = LoggerFactory.getLogger(SpanDelivery.class);
  private static final Duration LAST_WAIT = Duration.ofMillis(500);

  private final SpanExporter exporter;
  private final String receiver;
  private volatile CompletableResultCode latest = CompletableResultCode.ofSuccess();
  private volatile boolean failing;
  private volatile boolean closing;

  /** The receiver's address, for the log. */
  public SpanDelivery(SpanExporter exporter, String receiver) {
    this.exporter = exporter;
    this.receiver = receiver;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    if (closing && failing) {
      return CompletableResultCode.ofFailure();
    }
    CompletableResultCode delivery = new CompletableResultCode();
    latest = delivery;
    CompletableResultCode sent = exporter.export(spans);
    sent.whenComplete(() -> ended(delivery, sent.isSuccess()));
    return closing ? waitedFor(delivery) : delivery;
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  /** From now on nobody waits for long: what a receiver does not take at once is dropped. */
  public void closing() {
    closing = true;
    waitedFor(latest);
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  private CompletableResultCode waitedFor(CompletableResultCode delivery) {
    if (!failing) {
      delivery.join(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }
    if (!delivery.isDone()) {
      ended(delivery, false);
    }
    return delivery;
  }

  private synchronized void ended(CompletableResultCode delivery, boolean delivered) {
    if (delivery.isDone()) {
      return;
    }
    if (delivered && failing) {
      logger.info("Traces are delivered to {} again", receiver);
    } else if (!delivered && !failing) {
      logger.warn("Traces cannot be delivered to {}; they are dropped until they can", receiver);
    }
    failing = !delivered;
    if (delivered) {
      delivery.succeed();
    } else {
      delivery.fail();
    }
  }
}
