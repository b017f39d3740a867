package io.goldenpath.metrics;

import static io.goldenpath.probe.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of several users at once. */
class CompanyTests {

  private static final List<String> ALL =
      List.of(
          "goldenpath_users_connected_ratio",
          "goldenpath_users_succeeded_ratio",
          "goldenpath_first_event_spread_seconds",
          "goldenpath_answer_spread_seconds",
          "goldenpath_answer_growth_per_user_seconds",
          "goldenpath_user_answer_seconds");

  private final Probe crowd = Runs.isolation("staging", 3);
  private final Scrape scrape = Scrape.watching(crowd, Runs.probe("staging"));

  @Test
  void appearsWithTheFirstRunOfSeveralUsersAndForNoOtherProbe() {
    scrape.finished(Runs.passed(Runs.probe("staging"), "a", NOON));
    assertThat(names()).doesNotContainAnyElementsOf(ALL);

    scrape.finished(Runs.queueing(crowd, "b", NOON, 3));
    assertThat(names()).containsAll(ALL);
    assertThat(ALL.stream().flatMap(name -> scrape.lines(name).stream()))
        .allSatisfy(line -> assertThat(line.has("journey", "isolation")).isTrue());
  }

  @Test
  void tellsHowTheUsersFared() {
    scrape.finished(
        Runs.together(
            crowd,
            "a",
            NOON,
            List.of(Runs.answered(1, 1000), Runs.answered(2, 1300), Runs.stranded(3)),
            Runs.stall(3)));

    assertThat(scrape.value("goldenpath_users_connected_ratio")).isEqualTo(1);
    assertThat(scrape.value("goldenpath_users_succeeded_ratio")).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(scrape.value("goldenpath_answer_spread_seconds")).isCloseTo(0.3, within(1e-9));
    assertThat(scrape.value("goldenpath_answer_growth_per_user_seconds"))
        .isCloseTo(0.3, within(1e-9));
    assertThat(scrape.value("goldenpath_user_answer_seconds", "user", "2")).isEqualTo(1.3);
    assertThat(scrape.lines("goldenpath_user_answer_seconds")).hasSize(2);
  }

  @Test
  void forgetsWhatTheLastRunDoesNotTell() {
    scrape.finished(Runs.queueing(crowd, "a", NOON, 3));

    scrape.finished(
        Runs.together(
            crowd,
            "b",
            NOON,
            List.of(Runs.stranded(1), Runs.stranded(2)),
            Runs.stall(1),
            Runs.stall(2)));

    assertThat(scrape.value("goldenpath_users_succeeded_ratio")).isZero();
    assertThat(scrape.lines("goldenpath_answer_spread_seconds")).isEmpty();
    assertThat(scrape.lines("goldenpath_user_answer_seconds")).isEmpty();
  }

  @Test
  void namesNoUserWhereThereAreMany() {
    Probe many = Runs.isolation("shop", 11);

    Scrape all = Scrape.watching(many).finished(Runs.queueing(many, "a", NOON, 11));

    assertThat(all.lines("goldenpath_user_answer_seconds")).isEmpty();
    assertThat(all.value("goldenpath_answer_growth_per_user_seconds")).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void goesOnUnderChangedSettings() {
    scrape.finished(Runs.queueing(crowd, "a", NOON, 3));
    Probe changed = Runs.probe("staging", new Exercise.Isolation(2, 80, 0, false), 2);

    scrape.tell(listener -> listener.watching(List.of(changed)));
    scrape.finished(Runs.queueing(changed, "b", NOON, 2));

    assertThat(scrape.value("goldenpath_answer_spread_seconds")).isCloseTo(0.1, within(1e-9));
    assertThat(scrape.lines("goldenpath_user_answer_seconds")).hasSize(2);
  }

  private List<String> names() {
    return scrape.lines().stream().map(Scrape.Line::name).toList();
  }
}
