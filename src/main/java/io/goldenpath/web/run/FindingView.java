package io.goldenpath.web.run;

import io.goldenpath.model.finding.Finding;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One finding with its place on the page.
 *
 * @param at When it was decided, from the zero point of the user who met it.
 * @param row Id of the row of the timeline that it belongs to; null where none is shown.
 */
record FindingView(int number, Finding finding, String at, @Nullable String row) {

  /** A finding as others name it, who link to it. */
  record Reference(int number, Finding finding) {}

  /** Findings with their numbers, from 1. */
  static List<Reference> numbered(List<Finding> findings) {
    return IntStream.range(0, findings.size())
        .mapToObj(i -> new Reference(i + 1, findings.get(i)))
        .toList();
  }
}
