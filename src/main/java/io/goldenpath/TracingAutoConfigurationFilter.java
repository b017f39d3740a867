package io.goldenpath;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Of what Spring configures for traces takes what sends them alone, and that where an endpoint is
 * set: neither scrapes nor pages are to make spans.
 */
final class TracingAutoConfigurationFilter
    implements AutoConfigurationImportFilter, EnvironmentAware {

  private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

  private static final String BOOT = "org.springframework.boot.";
  private static final String SPANS = BOOT + "micrometer.tracing.opentelemetry.autoconfigure.";
  private static final List<String> SENDER =
      List.of(
          BOOT + "opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
          SPANS + "OpenTelemetryTracingAutoConfiguration");

  private boolean enabled;

  @Override
  public void setEnvironment(Environment environment) {
    enabled = isEnabled(environment);
  }

  private static boolean isEnabled(Environment environment) {
    return StringUtils.hasText(environment.getProperty(ENDPOINT));
  }

  @Override
  public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
    boolean[] matches = new boolean[classes.length];
    for (int i = 0; i < classes.length; i++) {
      matches[i] = classes[i] == null || isWanted(classes[i]);
    }
    return matches;
  }

  private boolean isWanted(String name) {
    boolean traces =
        name.startsWith(BOOT + "micrometer.tracing.") || name.startsWith(BOOT + "opentelemetry.");
    return !traces || (enabled && SENDER.contains(name));
  }

  /** Where an endpoint is set. */
  static final class Enabled implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isEnabled(context.getEnvironment());
    }
  }
}
