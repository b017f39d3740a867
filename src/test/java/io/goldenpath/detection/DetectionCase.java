package io.goldenpath.detection;

import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneyKind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that the platform does, and everything that the monitor says of it.
 *
 * @param behaviour What the platform does.
 * @param signs Every finding, the cause first.
 * @param settings Settings beneath {@code goldenpath.targets.demo} that the case needs.
 * @param quiet Whether it shows only on a machine that has nothing else to do.
 * @param journey Which journey meets it.
 * @param visitor To whom the platform shows it; null for the user who walks.
 */
record DetectionCase(
    DemoBehaviour behaviour,
    Set<ExpectedFinding> signs,
    Map<String, String> settings,
    boolean quiet,
    JourneyKind journey,
    @Nullable String visitor) {

  static DetectionCase of(DemoBehaviour behaviour) {
    return new DetectionCase(behaviour, Set.of(), Map.of(), false, JourneyKind.GOLDEN_PATH, null);
  }

  static DetectionCase of(DemoBehaviour behaviour, FindingKind kind, Step step) {
    return of(behaviour).and(kind, step);
  }

  DetectionCase and(FindingKind kind, Step step) {
    return and(ExpectedFinding.of(kind, step));
  }

  DetectionCase and(FindingKind kind, Step step, Severity severity) {
    return and(new ExpectedFinding(kind, step, severity));
  }

  DetectionCase with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(key, value);
    return new DetectionCase(behaviour, signs, more, quiet, journey, visitor);
  }

  /** Met by this journey, of which one key is written so. */
  DetectionCase on(JourneyKind kind, String key, String value) {
    String at = "journeys." + kind.label() + ".";
    DetectionCase more = with(at + key, value).with(at + "every", "1h");
    return new DetectionCase(behaviour, signs, more.settings, quiet, kind, visitor);
  }

  /** Where nothing is said of it. */
  DetectionCase findingNothing() {
    return new DetectionCase(behaviour, Set.of(), settings, quiet, journey, visitor);
  }

  DetectionCase shownTo(String name) {
    return new DetectionCase(behaviour, signs, settings, quiet, journey, name);
  }

  DetectionCase inQuiet() {
    return new DetectionCase(behaviour, signs, settings, true, journey, visitor);
  }

  private DetectionCase and(ExpectedFinding expectedFinding) {
    Set<ExpectedFinding> more = new LinkedHashSet<>(signs);
    more.add(expectedFinding);
    return new DetectionCase(behaviour, more, settings, quiet, journey, visitor);
  }
}
