package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.goldenpath.deployment.PrometheusClient.LabelledValues;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Dashboards over a scrape every 15 s and a run a minute, or an hour, have no holes, and nothing on
 * them is empty but what did not happen.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardHistoryIT {

  /** What is looked at; a thorough build goes on for three hours. */
  private static final Duration SHOWN =
      Boolean.getBoolean("thorough") ? Duration.ofHours(3) : Duration.ofMinutes(30);

  /** Nobody evaluates rules here, and no probe has a token that was given. */
  private static final Set<String> NEVER = Set.of("annotation Alerts", "What ends some day B");

  private static final Pattern OF_THE_PROCESS = Pattern.compile("\\b(jvm|process|scrape)_");

  @SuppressWarnings("NullAway.Init")
  private ServerProcess prometheus;

  /** Takes no value for the present one that the last scrape did not bring. */
  @SuppressWarnings("NullAway.Init")
  private ServerProcess forgetful;

  @BeforeAll
  void replay(@TempDir Path folder) throws IOException, InterruptedException {
    Path blocks = DashboardHistory.blocks(folder, SHOWN.multipliedBy(2));
    prometheus = ScrapeHistory.prometheus(blocks, "usual", Duration.ofMinutes(5));
    forgetful =
        ScrapeHistory.prometheus(blocks, "forgetful", DashboardHistory.SCRAPE.minusSeconds(1));
  }

  @AfterAll
  void end() {
    prometheus.close();
    forgetful.close();
  }

  static Stream<Dashboard.Query> queries() throws IOException {
    return Dashboard.allQueries();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void nothingIsEmptyThatHappened(Dashboard.Query query) throws IOException, InterruptedException {
    boolean never =
        NEVER.contains(query.panel()) || NEVER.contains(query.panel() + " " + query.refId());

    List<LabelledValues> lines = lines(query, Map.of());

    assertThat(lines.isEmpty()).as(query.expression()).isEqualTo(never);
  }

  /** Each probe by itself, as somebody would look at it; the hourly one over six hours. */
  static Stream<Arguments> probes() throws IOException {
    List<Arguments> probes = new ArrayList<>();
    for (Dashboard dashboard : Dashboard.all()) {
      probes.add(arguments(dashboard, "here|there", "shop", "golden-path", SHOWN));
      probes.add(arguments(dashboard, "here", "lab", "isolation", SHOWN));
      probes.add(arguments(dashboard, "here", "ruin", "golden-path", SHOWN));
      probes.add(arguments(dashboard, "far", "hourly", "golden-path", Duration.ofHours(6)));
    }
    return probes.stream();
  }

  @ParameterizedTest
  @MethodSource("probes")
  void noLineHasHoles(
      Dashboard dashboard, String location, String target, String journey, Duration shown)
      throws IOException, InterruptedException {
    DashboardViewer viewer =
        viewer(location.equals("far") ? prometheus : forgetful, shown)
            .choosing(Map.of("location", location, "target", target, "journey", journey));
    List<String> holes = new ArrayList<>();
    long whole = 0;
    for (Dashboard.Query query : dashboard.queries()) {
      if (!query.instant() && !query.panel().startsWith("annotation")) {
        long steps = viewer.steps(dashboard, query);
        for (LabelledValues line : viewer.lines(dashboard, query)) {
          long seen = line.points().filter(Double::isFinite).count();
          if (seen == steps) {
            whole++;
          } else if (!comesAndGoes(query) && !ofTheProcess(query)) {
            holes.add("%s %s: %d of %d".formatted(query, line.labels(), seen, steps));
          }
        }
      }
    }

    assertThat(holes).isEmpty();
    assertThat(whole).isGreaterThan(2);
  }

  @Test
  void windowsAreTwiceTheTimeBetweenTwoRuns() throws IOException, InterruptedException {
    DashboardViewer all = viewer(SHOWN);
    DashboardViewer shop = all.choosing(Map.of("target", "shop"));

    assertThat(shop.window(Dashboard.read("probe"))).isEqualTo(Duration.ofMinutes(2));
    assertThat(shop.window(Dashboard.read("runs"))).isEqualTo(Duration.ofMinutes(2));
    assertThat(all.window(Dashboard.read("runs"))).isEqualTo(Duration.ofHours(2));
    assertThat(all.choosing(Map.of("location", "here")).window(Dashboard.read("monitor")))
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(all.choosing(Map.of("target", "none")).window(Dashboard.read("probe")))
        .as("where nothing is known")
        .isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void aTargetThatNeverSucceededIsTold() throws IOException, InterruptedException {
    assertThat(of(lines("fleet", "Probes", "A"), "ruin").values()).containsExactly(1.0);
    assertThat(of(lines("fleet", "Probes", "B"), "ruin").label("class")).isEqualTo("connection");
    assertThat(of(lines("fleet", "Probes", "D"), "ruin").values()).containsExactly(0.0);
    assertThat(lines("fleet", "Probes", "F"))
        .as("the time of the last success")
        .noneMatch(line -> line.label("target").equals("ruin"));
  }

  @Test
  void monitorsOfSeveralPlacesAreKeptApart() throws IOException, InterruptedException {
    assertThat(lines("fleet", "Probes", "A"))
        .extracting(line ->
            line.label("cluster") + " " + line.label("location") + " " + line.label("target"))
        .containsExactlyInAnyOrder(
            "east here shop",
            "east here lab",
            "east here ruin",
            "east there shop",
            "west far hourly");
    assertThat(lines("monitor", "Heap", "A"))
        .extracting(line -> line.label("location"))
        .containsExactlyInAnyOrder("here", "there", "far");
  }

  /** A counter that is born at 1 has no increase. */
  @Test
  void theFirstFindingOfAKindIsCounted() throws IOException, InterruptedException {
    LabelledValues late =
        lines("runs", "Findings", "A").stream()
            .filter(line -> line.label("kind").equals("late_event"))
            .findFirst()
            .orElseThrow();

    assertThat(late.values().getFirst()).isBetween(1.5, 2.5);
  }

  @Test
  void aRestartIsNoOutageOfTheTarget() throws IOException, InterruptedException {
    LabelledValues lab = of(lines("fleet", "Verdicts", "A"), "lab");

    assertThat(lab.values()).contains(4.0).doesNotContain(3.0);
    assertThat(of(lines("runs", "Trouble, by probe", "A"), "shop").values().getFirst())
        .isEqualTo(1);
  }

  /** What is only there while it is so. */
  private static boolean comesAndGoes(Dashboard.Query query) {
    return query.expression().endsWith("== 1") || query.expression().endsWith("> 0");
  }

  /** Whose line breaks off where the process is away. */
  private static boolean ofTheProcess(Dashboard.Query query) {
    return OF_THE_PROCESS.matcher(query.expression()).find();
  }

  private static LabelledValues of(List<LabelledValues> lines, String target) {
    return lines.stream()
        .filter(line -> line.label("target").equals(target))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + target + " in " + lines));
  }

  private List<LabelledValues> lines(String dashboard, String panel, String refId)
      throws IOException, InterruptedException {
    return lines(Dashboard.read(dashboard).query(panel, refId), Map.of());
  }

  private List<LabelledValues> lines(Dashboard.Query query, Map<String, String> chosen)
      throws IOException, InterruptedException {
    return viewer(SHOWN).choosing(chosen).lines(Dashboard.read(query.dashboard()), query);
  }

  private DashboardViewer viewer(Duration time) {
    return viewer(prometheus, time);
  }

  private static DashboardViewer viewer(ServerProcess server, Duration time) {
    return new DashboardViewer(
        new PrometheusClient(server.base()),
        DashboardHistory.END.minus(time),
        DashboardHistory.END,
        DashboardHistory.SCRAPE,
        600,
        Map.of());
  }
}
