package io.goldenpath.history;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Run;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finding that a run must have, with all that is asked for; what is null does not matter.
 *
 * @param text Part of what the finding says, expected or saw; capitals do not matter.
 */
public record FindingCriteria(
    @Nullable FindingKind kind, @Nullable Step step, @Nullable String text) {

  public static final FindingCriteria ANY = new FindingCriteria(null, null, null);

  public FindingCriteria {
    text = text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  boolean any() {
    return equals(ANY);
  }

  boolean match(Run run) {
    return any() || run.findings().stream().anyMatch(this::match);
  }

  private boolean match(Finding finding) {
    return (kind == null || kind == finding.kind())
        && (step == null || step == finding.step())
        && (text == null || says(finding, text));
  }

  private static boolean says(Finding finding, String text) {
    return Stream.of(
            finding.message(),
            finding.evidence().expected(),
            finding.evidence().seen(),
            finding.event() == null ? "" : finding.event())
        .anyMatch(said -> said.toLowerCase(Locale.ROOT).contains(text));
  }
}
