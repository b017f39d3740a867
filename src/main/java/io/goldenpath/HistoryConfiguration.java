package io.goldenpath;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.health.HistoryHealthIndicator;
import io.goldenpath.history.RunHistory;
import io.goldenpath.history.RunHistoryLoader;
import io.goldenpath.history.RunSearch;
import io.goldenpath.history.overview.ProbeOverviews;
import io.goldenpath.history.recording.RunRecorder;
import io.goldenpath.history.recording.StoreReader;
import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.recording.StoredState;
import io.goldenpath.history.recording.WaitingRuns;
import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.history.trend.ProbeTrends;
import io.goldenpath.metrics.HistoryMeters;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.regression.RegressionBoard;
import io.goldenpath.regression.storage.RegressionStorage;
import io.goldenpath.settings.reader.HistorySettings;
import io.goldenpath.settings.reader.Settings;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Wires the history's database. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

  private static final int MAX_WAITING = 10_000;
  private static final long MAX_WAITING_BYTES = 32L << 20;
  private static final long MAX_BYTES_IN_MEMORY = 16L << 20;

  /** A page is to be answered within a second. */
  private static final Duration LONGEST_READ = Duration.ofMillis(700);

  @Bean
  WaitingRuns waitingRuns() {
    return new WaitingRuns(MAX_WAITING, MAX_WAITING_BYTES);
  }

  /** Without an order, so after the verdict board. */
  @Bean
  RunRecorder runRecorder(
      WaitingRuns waiting, Settings settings, ObjectProvider<VerdictBoard> board) {
    return new RunRecorder(
        waiting, settings.history().transcripts() != null, probe -> board.getObject().saved(probe));
  }

  @Bean
  StoreWriter storeWriter(
      WaitingRuns waiting,
      List<StoredState> states,
      Settings settings,
      InstantSource clock,
      Stopwatch stopwatch) {
    return new StoreWriter(address(settings), limits(settings), waiting, states, clock, stopwatch);
  }

  @Bean
  RegressionStorage regressionStorage(
      RegressionBoard board, InstantSource clock, Stopwatch stopwatch) {
    return new RegressionStorage(board, clock, stopwatch);
  }

  @Bean
  StoreReader storeReader(StoreWriter writer, Stopwatch stopwatch) {
    return new StoreReader(writer, LONGEST_READ, stopwatch);
  }

  @Bean
  RunSearch runSearch(RunHistory memory, StoreReader store) {
    return new RunSearch(memory, store);
  }

  @Bean
  ProbeOverviews probeOverviews(StoreReader store, InstantSource clock, Stopwatch stopwatch) {
    return new ProbeOverviews(store, clock, stopwatch);
  }

  @Bean
  ProbeTrends probeTrends(StoreReader store, InstantSource clock, Stopwatch stopwatch) {
    return new ProbeTrends(store, clock, stopwatch);
  }

  @Bean
  RunHistoryLoader runHistoryLoader(RunHistory memory, StoreWriter writer) {
    return new RunHistoryLoader(memory, writer);
  }

  @Bean
  HistoryMeters historyMeters(
      MeterRegistry registry,
      StoreWriter writer,
      WaitingRuns waiting,
      Settings settings,
      InstantSource clock) {
    return new HistoryMeters(registry, settings.location(), writer, waiting, clock);
  }

  @Bean
  HistoryHealthIndicator historyHealthIndicator(StoreWriter writer, WaitingRuns waiting) {
    return new HistoryHealthIndicator(writer, waiting);
  }

  static DatabaseAddress address(Settings settings) {
    HistorySettings.Server server = settings.history().server();
    if (server != null) {
      return DatabaseAddress.server(server.url(), server.username(), server.password());
    }
    return settings.setups().isEmpty()
        ? DatabaseAddress.memory("history-" + UUID.randomUUID())
        : DatabaseAddress.file(settings.history().folder().resolve("history"));
  }

  /** What is kept in memory must leave room for everything else there. */
  private static RetentionLimits limits(Settings settings) {
    HistorySettings history = settings.history();
    long size = history.size().toBytes();
    return new RetentionLimits(
        history.runs(),
        requireNonNullElse(history.transcripts(), Duration.ZERO),
        address(settings).outlivesProcess() ? size : Math.min(size, MAX_BYTES_IN_MEMORY),
        history.aggregates());
  }

  /** A history in memory is opened when nobody waits for the start any more. */
  @Component
  record WriterStart(StoreWriter writer) {

    @EventListener(ApplicationStartedEvent.class)
    void start() {
      if (!writer.outlivesProcess()) {
        writer.start();
      }
    }
  }
}
