package io.goldenpath.web.page.probe;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunListFilterTests {

  private final Run missing = SampleRuns.missing(SampleRuns.probe("staging"), "a", NOON);

  @Test
  void wantsStepAndKindOfOneFinding() {
    assertThat(matches(Map.of("step", "events", "kind", "missing_event"))).isTrue();
    assertThat(matches(Map.of("step", "login", "kind", "missing_event"))).isFalse();
    assertThat(matches(Map.of("kind", "dns_failed"))).isFalse();
  }

  @Test
  void findsWordsOfTheFinding() {
    assertThat(matches(Map.of("text", " Never CAME "))).isTrue();
    assertThat(matches(Map.of("text", "refused"))).isFalse();
  }

  @Test
  void passesOverWhatIsNoName() {
    RunListFilter filter =
        RunListFilter.of(Map.of("outcome", "<b>", "step", "nowhere", "before", "never"));

    assertThat(filter.any()).isFalse();
    assertThat(filter.before()).isNull();
  }

  @Test
  void writesItselfIntoTheAddressOfTheNextPage() {
    RunListFilter filter = RunListFilter.of(Map.of("outcome", "failed", "text", "a&b=\"c\""));

    assertThat(filter.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(filter.query(new Cursor(NOON, "r1")))
        .isEqualTo("?outcome=failed&text=a%26b%3D%22c%22&before=2026-11-24T12%3A00%3A00Z_r1");
  }

  private boolean matches(Map<String, String> parameters) {
    return RunListFilter.of(parameters).criteria(missing.probe()).match(missing);
  }
}
