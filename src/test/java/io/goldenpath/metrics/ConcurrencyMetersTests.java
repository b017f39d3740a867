package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.SampleUsers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of several users at once. */
class ConcurrencyMetersTests {

  private static final List<String> ALL =
      List.of(
          "goldenpath_users_connected_ratio",
          "goldenpath_users_succeeded_ratio",
          "goldenpath_first_event_spread_seconds",
          "goldenpath_answer_spread_seconds",
          "goldenpath_answer_growth_per_user_seconds",
          "goldenpath_user_answer_seconds");

  private final Probe crowd = SampleRuns.isolation("staging", 3);
  private final Scrape scrape = Scrape.watching(crowd, SampleRuns.probe("staging"));

  @Test
  void appearsWithTheFirstRunOfSeveralUsersAndForNoOtherProbe() {
    scrape.finished(SampleRuns.passed(SampleRuns.probe("staging"), "a", NOON));
    assertThat(names()).doesNotContainAnyElementsOf(ALL);

    scrape.finished(SampleRuns.servedSerially(crowd, "b", NOON, 3));
    assertThat(names()).containsAll(ALL);
    assertThat(ALL.stream().flatMap(name -> scrape.samples(name).stream()))
        .allSatisfy(sample -> assertThat(sample.has("journey", "isolation")).isTrue());
  }

  @Test
  void tellsHowTheUsersFared() {
    scrape.finished(
        SampleRuns.withUsers(
            crowd,
            "a",
            NOON,
            List.of(
                SampleUsers.answered(1, 1000),
                SampleUsers.answered(2, 1300),
                SampleUsers.stalled(3)),
            SampleFindings.stall(3)));

    assertThat(scrape.value("goldenpath_users_connected_ratio")).isEqualTo(1);
    assertThat(scrape.value("goldenpath_users_succeeded_ratio")).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(scrape.value("goldenpath_answer_spread_seconds")).isCloseTo(0.3, within(1e-9));
    assertThat(scrape.value("goldenpath_answer_growth_per_user_seconds"))
        .isCloseTo(0.3, within(1e-9));
    assertThat(scrape.value("goldenpath_user_answer_seconds", "user", "2")).isEqualTo(1.3);
    assertThat(scrape.samples("goldenpath_user_answer_seconds")).hasSize(2);
  }

  @Test
  void forgetsWhatTheLastRunDoesNotTell() {
    scrape.finished(SampleRuns.servedSerially(crowd, "a", NOON, 3));

    scrape.finished(
        SampleRuns.withUsers(
            crowd,
            "b",
            NOON,
            List.of(SampleUsers.stalled(1), SampleUsers.stalled(2)),
            SampleFindings.stall(1),
            SampleFindings.stall(2)));

    assertThat(scrape.value("goldenpath_users_succeeded_ratio")).isZero();
    assertThat(scrape.samples("goldenpath_answer_spread_seconds")).isEmpty();
    assertThat(scrape.samples("goldenpath_user_answer_seconds")).isEmpty();
  }

  @Test
  void namesNoUserWhereThereAreMany() {
    Probe many = SampleRuns.isolation("shop", 11);

    Scrape all = Scrape.watching(many).finished(SampleRuns.servedSerially(many, "a", NOON, 11));

    assertThat(all.samples("goldenpath_user_answer_seconds")).isEmpty();
    assertThat(all.value("goldenpath_answer_growth_per_user_seconds")).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void goesOnUnderChangedSettings() {
    scrape.finished(SampleRuns.servedSerially(crowd, "a", NOON, 3));
    Probe changed = SampleRuns.probe("staging", new JourneySpec.Isolation(2, 80, 0, false), 2);

    scrape.notifyListeners(listener -> listener.watching(List.of(changed)));
    scrape.finished(SampleRuns.servedSerially(changed, "b", NOON, 2));

    assertThat(scrape.value("goldenpath_answer_spread_seconds")).isCloseTo(0.1, within(1e-9));
    assertThat(scrape.samples("goldenpath_user_answer_seconds")).hasSize(2);
  }

  private List<String> names() {
    return scrape.samples().stream().map(Scrape.Sample::name).toList();
  }
}
