package io.goldenpath.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.SampleRuns;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunIdsTests {

  @Test
  void laterIdsSortAfterEarlierOnes() {
    assertThat(
            IntStream.range(0, 1000)
                .mapToObj(i -> RunIds.at(SampleRuns.NOON.plusSeconds(i)))
                .toList())
        .isSorted()
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).matches("[0-9a-z]{8}-[0-9a-z]{4}"));
  }
}
