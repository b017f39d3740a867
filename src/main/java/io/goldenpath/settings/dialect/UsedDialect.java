package io.goldenpath.settings.dialect;

import io.goldenpath.dialect.Dialect;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.mistakes.SpellingSuggestion;
import io.goldenpath.settings.request.KnownVariables;
import java.util.List;
import java.util.Set;

/**
 * A dialect as one target speaks it.
 *
 * @param tellsEnd Whether it tells the end of a run by itself, rather than by an event.
 * @param before Variables that it makes before the first request of a run.
 * @param after Variables that its messages set.
 * @param open Variables that it uses and the target must have.
 */
public record UsedDialect(
    Dialect dialect,
    boolean tellsEnd,
    Set<String> before,
    Set<String> after,
    List<VariableUse> open) {

  /** One without variables of its own. */
  static UsedDialect of(Dialect dialect) {
    return new UsedDialect(dialect, false, Set.of(), Set.of(), List.of());
  }

  /** Whether each question may need a socket of its own, also where a malformed one ends it. */
  public boolean needsSocketPerQuestion() {
    return dialect.connectsPerQuestion() || !dialect.closeCodes().invalid().isEmpty();
  }

  /** Adds a mistake for each variable that the target does not have. */
  public void check(SettingKey target, KnownVariables known) {
    for (VariableUse use : open) {
      if (!known.isAvailable(use.name())) {
        use.at()
            .wrong(
                "there is no variable {%s}, neither in the dialect nor in %s%s",
                use.name(),
                target.path(),
                SpellingSuggestion.of(use.name(), known.names())
                    .map(near -> "; perhaps {" + near + "} was meant")
                    .orElse(""));
      }
    }
  }
}
