package io.goldenpath;

import io.goldenpath.metrics.RunExemplars;
import io.goldenpath.model.target.UrlHost;
import io.goldenpath.tracing.RunSpans;
import io.goldenpath.tracing.SampledTraces;
import io.goldenpath.tracing.SpanDelivery;
import io.goldenpath.tracing.TraceIds;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.X509TrustManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.Transport;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Traces runs, where an endpoint says who receives the traces. */
@Configuration(proxyBeanMethods = false)
@Conditional(TracingAutoConfigurationFilter.Enabled.class)
@EnableConfigurationProperties(OtlpTracingProperties.class)
class TracingConfiguration {

  @Bean
  TraceIds traceIds() {
    return new TraceIds();
  }

  @Bean
  SdkTracerProviderBuilderCustomizer runIds(TraceIds ids) {
    return provider -> provider.setIdGenerator(ids);
  }

  @Bean
  SampledTraces sampledTraces(TraceIds ids, Sampler sampler) {
    return new SampledTraces(ids, sampler);
  }

  @Bean
  RunSpans runSpans(Tracer tracer, TraceIds ids) {
    return new RunSpans(tracer, ids);
  }

  @Bean
  RunExemplars runExemplars() {
    return new RunExemplars();
  }

  @Bean
  SpanExporters spanExporters(OtlpTracingProperties otlp, SslBundles bundles) {
    String endpoint = Objects.requireNonNull(otlp.getEndpoint());
    if (otlp.getTransport() != Transport.HTTP) {
      throw new IllegalArgumentException(
          "management.opentelemetry.tracing.export.otlp.transport must be http, for which"
              + " collectors listen on port 4318");
    }
    String receiver = UrlHost.of(URI.create(endpoint)).orElse("the endpoint");
    return SpanExporters.of(List.of(new SpanDelivery(exporter(endpoint, otlp, bundles), receiver)));
  }

  private static SpanExporter exporter(
      String endpoint, OtlpTracingProperties otlp, SslBundles bundles) {
    OtlpHttpSpanExporterBuilder builder =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(endpoint)
            .setTimeout(otlp.getTimeout())
            .setConnectTimeout(otlp.getConnectTimeout())
            .setCompression(otlp.getCompression().name().toLowerCase(Locale.ROOT));
    otlp.getHeaders().forEach(builder::addHeader);
    String name = otlp.getSsl().getBundle();
    if (StringUtils.hasText(name)) {
      SslBundle bundle = bundles.getBundle(name);
      builder.setSslContext(bundle.createSslContext(), trust(bundle));
    }
    return builder.build();
  }

  private static X509TrustManager trust(SslBundle bundle) {
    return Arrays.stream(bundle.getManagers().getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Early enough for runs that end with the monitor. */
  @Component
  @Conditional(TracingAutoConfigurationFilter.Enabled.class)
  record DeliveryEnd(SpanExporters exporters) {

    @EventListener(ContextClosedEvent.class)
    void closing() {
      exporters
          .list()
          .forEach(exporter -> {
            if (exporter instanceof SpanDelivery delivery) {
              delivery.closing();
            }
          });
    }
  }
}
