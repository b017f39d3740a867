package io.goldenpath.metrics;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.settings.keys.MetricsProperties.Detail;
import io.goldenpath.settings.service.HistogramBuckets;
import io.goldenpath.settings.service.MetricsSettings;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What Prometheus would read of probes whose runs a test hands over. */
final class Scrape {

  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new RegistryWithoutMax(), Clock.SYSTEM);
  private final VerdictBoard board = new VerdictBoard(() -> SampleRuns.NOON, List.of());
  private final List<RunListener> listeners;

  private Scrape(MetricsSettings settings) {
    listeners = List.of(board, new RunMeters(registry, board, "local", settings));
  }

  /**
   * One line of a scrape.
   *
   * @param name Name of the series.
   * @param labels Its labels by name.
   * @param value What stands behind it.
   */
  record Sample(String name, Map<String, String> labels, double value) {

    static Sample of(String text) {
      int end = text.lastIndexOf(' ');
      String series = text.substring(0, end);
      Map<String, String> labels = new TreeMap<>();
      for (MatchResult label : LABEL.matcher(series).results().toList()) {
        labels.put(label.group(1), label.group(2));
      }
      return new Sample(
          series.split("\\{", 2)[0], labels, Double.parseDouble(text.substring(end + 1)));
    }

    boolean has(String label, String value) {
      return value.equals(labels.get(label));
    }
  }

  static Scrape watching(Probe... probes) {
    return watching(MetricsSettings.USUAL, probes);
  }

  static Scrape watching(Detail detail, Probe... probes) {
    return watching(new MetricsSettings(detail, HistogramBuckets.USUAL), probes);
  }

  private static Scrape watching(MetricsSettings settings, Probe... probes) {
    Scrape scrape = new Scrape(settings);
    scrape.notifyListeners(listener -> listener.watching(List.of(probes)));
    return scrape;
  }

  /** Reads how much is watched as well. */
  void targets() {
    new TargetMeters(registry, board, "local")
        .watching(board.states().stream().map(ProbeState::probe).toList());
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  Scrape finished(Run run) {
    return notifyListeners(listener -> listener.finished(run));
  }

  Scrape changed(Probe probe, RegressionState state) {
    board.changed(probe.id(), state);
    return this;
  }

  Scrape notifyListeners(Consumer<RunListener> news) {
    listeners.forEach(news);
    return this;
  }

  String text() {
    return registry.scrape();
  }

  List<Sample> samples() {
    return text().lines().filter(line -> !line.startsWith("#")).map(Sample::of).toList();
  }

  /** Without those of the monitor as a whole. */
  List<Sample> ofProbes() {
    return samples().stream().filter(sample -> sample.labels().containsKey("journey")).toList();
  }

  List<Sample> samples(String name) {
    return samples().stream().filter(sample -> sample.name().equals(name)).toList();
  }

  /** The one value of this name whose labels contain these. */
  double value(String name, String... labels) {
    List<Sample> found = samples(name);
    for (int i = 0; i < labels.length; i += 2) {
      String label = labels[i];
      String wanted = labels[i + 1];
      found = found.stream().filter(sample -> sample.has(label, wanted)).toList();
    }
    if (found.size() != 1) {
      throw new AssertionError("expected one series " + name + ", but found " + found);
    }
    return found.getFirst().value();
  }
}
