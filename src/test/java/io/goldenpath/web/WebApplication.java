package io.goldenpath.web;

import io.goldenpath.history.RunHistory;
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
import io.goldenpath.incident.IncidentBoard;
import io.goldenpath.incident.storage.IncidentSearch;
import io.goldenpath.incident.storage.IncidentStorage;
import io.goldenpath.maintenance.MaintenanceBoard;
import io.goldenpath.maintenance.MaintenanceRequests;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.run.VerdictChange;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.regression.RegressionBoard;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.settings.notify.NotifySettings;
import io.goldenpath.settings.reader.HistorySettings;
import io.goldenpath.settings.reader.Settings;
import io.goldenpath.settings.service.AccessSettings;
import io.goldenpath.settings.service.MetricsSettings;
import io.goldenpath.settings.service.RunLinks;
import io.goldenpath.slo.ErrorBudgets;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.web.events.EventStream;
import io.goldenpath.web.probe.RunWaiters;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The web part alone, on a free port; tests hand it the runs that journeys would have made. */
public final class WebApplication implements AutoCloseable {

  private static final HistorySettings HISTORY =
      new HistorySettings(
          Duration.ofDays(14),
          Duration.ofDays(14),
          DataSize.ofGigabytes(1),
          Duration.ofDays(400),
          Path.of("target"),
          null);

  final SettableClock clock = new SettableClock();
  final VerdictBoard board = new VerdictBoard(clock, List.of(this::changed));
  final RegressionBoard regressions = new RegressionBoard(List.of(board));
  final RunHistory history = new RunHistory();
  final MaintenanceBoard maintenance = new MaintenanceBoard(clock);
  private final IncidentBoard incidents = new IncidentBoard(board, regressions::release, clock);
  private final WaitingRuns waiting = new WaitingRuns(100, Long.MAX_VALUE);
  private final RunRecorder recorder = new RunRecorder(waiting, false, board::saved);
  private final StoreWriter writer =
      unopened(
          clock,
          waiting,
          new IncidentStorage(incidents, Duration.ofDays(400), clock, Stopwatch.SYSTEM));
  private final ErrorBudgets budgets = new ErrorBudgets(writer, clock);
  private final StoreReader reader =
      new StoreReader(writer, Duration.ofSeconds(5), Stopwatch.SYSTEM);
  private final RunSearch search = new RunSearch(history, reader);
  public final Schedule schedule;
  final CurrentSettings settings;

  private final ConfigurableApplicationContext context;
  private final EventStream stream;
  private final RunWaiters waiters;
  private boolean recording;

  private WebApplication(AccessSettings access, String... properties) {
    schedule = new Schedule("local", List.of(this::finished), clock, Stopwatch.SYSTEM);
    settings =
        new CurrentSettings(
            new Settings(
                "local",
                List.of(),
                false,
                access,
                Map.of(),
                Set.of(),
                HISTORY,
                MetricsSettings.USUAL,
                RunLinks.NONE,
                NotifySettings.NONE,
                List.of()),
            clock.instant());
    context =
        new SpringApplicationBuilder(Wiring.class)
            .web(WebApplicationType.SERVLET)
            .initializers(beans -> {
              beans.getBeanFactory().registerSingleton("board", board);
              beans.getBeanFactory().registerSingleton("memory", history);
              beans.getBeanFactory().registerSingleton("regressions", regressions);
              beans.getBeanFactory().registerSingleton("search", search);
              beans
                  .getBeanFactory()
                  .registerSingleton(
                      "overviews", new ProbeOverviews(reader, clock, Stopwatch.SYSTEM));
              beans
                  .getBeanFactory()
                  .registerSingleton("trends", new ProbeTrends(reader, clock, Stopwatch.SYSTEM));
              beans.getBeanFactory().registerSingleton("writer", writer);
              beans
                  .getBeanFactory()
                  .registerSingleton("incidents", new IncidentSearch(incidents, reader));
              beans.getBeanFactory().registerSingleton("openIncidents", incidents);
              beans.getBeanFactory().registerSingleton("schedule", schedule);
              beans.getBeanFactory().registerSingleton("maintenance", maintenance);
              beans.getBeanFactory().registerSingleton("budgets", budgets);
              beans
                  .getBeanFactory()
                  .registerSingleton(
                      "requests", new MaintenanceRequests(maintenance, writer, clock));
              beans.getBeanFactory().registerSingleton("clock", clock);
              beans.getBeanFactory().registerSingleton("settings", settings);
            })
            .registerShutdownHook(false)
            .run(
                Stream.concat(
                        Stream.of(
                            "server.port=0",
                            "management.endpoint.health.validate-group-membership=false"),
                        Stream.of(properties))
                    .map(property -> "--" + property)
                    .toArray(String[]::new));
    stream = context.getBean(EventStream.class);
    waiters = context.getBean(RunWaiters.class);
  }

  private static StoreWriter unopened(
      SettableClock clock, WaitingRuns waiting, StoredState incidents) {
    return new StoreWriter(
        DatabaseAddress.memory("web-" + UUID.randomUUID()),
        new RetentionLimits(
            Duration.ofDays(14), Duration.ofDays(14), 1 << 13, Duration.ofDays(400)),
        waiting,
        List.of(incidents),
        clock,
        Stopwatch.SYSTEM);
  }

  public static WebApplication start() {
    return new WebApplication(AccessSettings.OPEN);
  }

  public static WebApplication startWith(@Nullable Secret token, String... properties) {
    return startWith(new AccessSettings(token, List.of(), null, true), properties);
  }

  public static WebApplication startWith(AccessSettings access, String... properties) {
    Stream<String> restricting =
        access.restricted() ? Stream.of("goldenpath.access.users[0].name=any") : Stream.of();
    return new WebApplication(
        access, Stream.concat(restricting, Stream.of(properties)).toArray(String[]::new));
  }

  public WebApplication watching(Probe... probes) {
    listeners().forEach(listener -> listener.watching(List.of(probes)));
    return this;
  }

  public WebApplication scheduling(Journey... journeys) {
    schedule.replace(List.of(journeys));
    schedule.start();
    return watching(Stream.of(journeys).map(Journey::probe).toArray(Probe[]::new));
  }

  public WebApplication released(ReleaseMarker marker) {
    regressions.released(marker);
    return this;
  }

  public WebApplication finished(Run run) {
    Run marked = maintenance.mark(run);
    listeners().forEach(listener -> listener.finished(marked));
    return this;
  }

  public WebApplication skipped(Probe probe, SkippedRun run) {
    listeners().forEach(listener -> listener.skipped(probe.id(), run));
    return this;
  }

  private void changed(VerdictChange change) {
    recorder.changed(change);
    stream.changed(change);
  }

  /** So much later, and what has become stale since is noticed. */
  public void advance(Duration time) {
    clock.advance(time);
    board.expireStale();
  }

  /** From now on runs are stored. */
  public void openHistory() {
    recording = true;
    writer.start();
  }

  public void reckonBudgets() {
    budgets.refresh();
  }

  public void heartbeat() {
    stream.heartbeat();
  }

  public int clients() {
    return stream.clients();
  }

  /** What is mapped below these paths, as {@code GET /path}. */
  public Set<String> routes(String... below) {
    return context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(route ->
            route.getPatternValues().stream()
                .filter(path -> Stream.of(below).anyMatch(path::startsWith))
                .flatMap(path ->
                    route.getMethodsCondition().getMethods().stream()
                        .map(method -> method + " " + path)))
        .collect(Collectors.toSet());
  }

  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  public URI at(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  @Override
  public void close() {
    schedule.close();
    if (recording) {
      writer.close();
    }
    context.close();
  }

  private List<RunListener> listeners() {
    List<RunListener> all =
        new ArrayList<>(List.of(history, regressions, board, incidents, maintenance, budgets));
    if (recording) {
      all.add(recorder);
    }
    all.add(stream);
    all.add(waiters);
    return all;
  }

  /** No configuration by its own annotation, so that a scan of the whole monitor passes it by. */
  @EnableAutoConfiguration
  @ComponentScan
  static class Wiring {}
}
