package io.goldenpath.web.probe;

import io.goldenpath.model.finding.Labelled;
import io.goldenpath.redaction.PrintableText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** Gauges in Prometheus' text format 0.0.4; label values come from closed sets. */
final class ExpositionText {

  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final StringBuilder text = new StringBuilder();

  static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  ExpositionText comment(String line) {
    text.append("# ").append(PrintableText.of(line)).append('\n');
    return this;
  }

  ExpositionText gauge(ProbeMetric metric, double value) {
    head(metric);
    return sample(metric.series(), value);
  }

  /** One for each of these values of the label; none has no head either. */
  ExpositionText gauges(ProbeMetric metric, String label, Map<? extends Labelled, Double> values) {
    if (!values.isEmpty()) {
      head(metric);
      values.forEach((value, number) ->
          sample("%s{%s=\"%s\"}".formatted(metric.series(), label, value.label()), number));
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void head(ProbeMetric metric) {
    text.append("# HELP %s %s\n# TYPE %1$s gauge\n".formatted(metric.series(), metric.help()));
  }

  private ExpositionText sample(String series, double value) {
    String number = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    text.append(series).append(' ').append(number).append('\n');
    return this;
  }
}
