package io.goldenpath.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.SampleFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingSummaryTests {

  private final List<Finding> many =
      new ArrayList<>(IntStream.rangeClosed(1, 30).mapToObj(SampleFindings::stall).toList());

  @Test
  void leavesFewAsTheyAre() {
    FindingSummary digest = FindingSummary.of(many, 30);

    assertThat(digest).isEqualTo(new FindingSummary(many, 0, ""));
  }

  @Test
  void showsTheHeaviestOfManyAndCountsTheRest() {
    many.set(3, many.get(3).withSeverity(Severity.WARNING));
    many.add(SampleFindings.leak(31, 2));

    FindingSummary digest = FindingSummary.of(many, 3);

    assertThat(digest.shown()).extracting(Finding::slot).containsExactly(31, 1, 2);
    assertThat(digest.more()).isEqualTo(28);
    assertThat(digest.rest()).isEqualTo("28 stalled in events");
  }

  @Test
  void namesTheMostFrequentOfTheRestFirst() {
    many.add(0, SampleFindings.leak(31, 2));
    many.add(1, SampleFindings.leak(32, 2));

    assertThat(FindingSummary.of(many, 1).rest())
        .isEqualTo("30 stalled in events, 1 leak_content in events");
  }
}
