package io.goldenpath.tracing;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Spans as they come out of the SDK, in the order of their ends. */
final class CollectedSpans implements SpanExporter {

  private final List<SpanData> spans = new ArrayList<>();

  Tracer tracer(TraceIds ids) {
    return SdkTracerProvider.builder()
        .setIdGenerator(ids)
        .addSpanProcessor(SimpleSpanProcessor.create(this))
        .build()
        .get("test");
  }

  List<SpanData> all() {
    return List.copyOf(spans);
  }

  SpanData root() {
    return spans.getLast();
  }

  List<SpanData> steps() {
    return spans.subList(0, spans.size() - 1);
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> ended) {
    spans.addAll(ended);
    return CompletableResultCode.ofSuccess();
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
