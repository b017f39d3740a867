package io.goldenpath.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingDigestTests {

  private final List<Finding> many =
      new ArrayList<>(IntStream.rangeClosed(1, 30).mapToObj(Runs::stall).toList());

  @Test
  void leavesFewAsTheyAre() {
    FindingDigest digest = FindingDigest.of(many, 30);

    assertThat(digest).isEqualTo(new FindingDigest(many, 0, ""));
  }

  @Test
  void showsTheHeaviestOfManyAndCountsTheRest() {
    many.set(3, many.get(3).as(Severity.WARNING));
    many.add(Runs.leak(31, 2));

    FindingDigest digest = FindingDigest.of(many, 3);

    assertThat(digest.shown()).extracting(Finding::slot).containsExactly(31, 1, 2);
    assertThat(digest.more()).isEqualTo(28);
    assertThat(digest.rest()).isEqualTo("28 stalled in events");
  }

  @Test
  void namesTheMostFrequentOfTheRestFirst() {
    many.add(0, Runs.leak(31, 2));
    many.add(1, Runs.leak(32, 2));

    assertThat(FindingDigest.of(many, 1).rest())
        .isEqualTo("30 stalled in events, 1 leak_content in events");
  }
}
