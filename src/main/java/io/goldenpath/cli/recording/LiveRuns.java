package io.goldenpath.cli.recording;

import io.goldenpath.inference.live.LiveRun;
import io.goldenpath.inference.live.LiveSettings;
import io.goldenpath.inference.live.LiveTarget;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.reader.ProbeSetup;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs of one probe, of which those are learned from that passed, or were merely slow. */
public final class LiveRuns {

  private static final Set<FindingKind> SLOW =
      EnumSet.of(FindingKind.TOO_SLOW, FindingKind.LATE_EVENT);
  private static final String RECORDED = "-recorded";
  private static final Pattern NUMBERED = Pattern.compile("(.*)-(\\d{1,4})");
  private static final int LONGEST_NAME = 63;

  private final ProbeSetup setup;
  private final ObservedFrames frames = new ObservedFrames();
  private final List<LiveRun> good = new ArrayList<>();
  private final Map<String, Integer> leftOut = new LinkedHashMap<>();
  private int walked;

  public LiveRuns(ProbeSetup setup) {
    this.setup = setup;
  }

  /** The probe, whose frames are noted here. */
  public ProbeSetup observed() {
    return new ProbeSetup(
        setup.probe(), new ObservedDialect(setup.dialect(), frames), setup.contract());
  }

  /** Before each run. */
  public void begin() {
    frames.clear();
  }

  /** After each run; says why it is not learned from, unless it is. */
  public Optional<String> add(Run run) {
    walked++;
    if (isGood(run)) {
      good.add(frames.of(run));
      return Optional.empty();
    }
    String why =
        run.reason()
            .map(finding -> finding.kind().label() + " in " + finding.step().label())
            .orElse(run.outcome().label());
    leftOut.merge(why, 1, Integer::sum);
    return Optional.of(
        "This run is not learned from: %s (%s)".formatted(run.outcome().label(), why));
  }

  private static boolean isGood(Run run) {
    return run.outcome() == Outcome.PASSED
        || (run.outcome() == Outcome.DEGRADED
            && run.reasons().stream().map(Finding::kind).allMatch(SLOW::contains));
  }

  public int walked() {
    return walked;
  }

  public List<LiveRun> good() {
    return List.copyOf(good);
  }

  /**
   * What they had in common, in YAML.
   *
   * @param contract Name of the contract; null for one after the target's.
   */
  public String yaml(@Nullable String contract) {
    String target = setup.probe().target().name();
    LiveTarget before =
        new LiveTarget(
            target,
            contract == null ? contractName(target) : contract,
            setup.contract(),
            setup.probe().limits(),
            secrets());
    return LiveSettings.yaml(before, good, notes(target));
  }

  private Set<String> secrets() {
    return setup.probe().target().users().stream()
        .flatMap(user -> user.credentials().values().stream())
        .map(Secret::reveal)
        .filter(text -> !text.isBlank())
        .collect(Collectors.toSet());
  }

  private List<String> notes(String target) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Made of %d run%s of %s. Load it after the target's own file, as in"
            .formatted(good.size(), good.size() == 1 ? "" : "s", setup.probe().id()));
    notes.add("  golden-path validate targets.yaml %s%s.yaml".formatted(target, RECORDED));
    leftOut.forEach((why, runs) ->
        notes.add("%d more did not pass, and nothing is learned from it: %s".formatted(runs, why)));
    return notes;
  }

  /** A contract cannot extend itself, so that one that was recorded before has the next number. */
  private String contractName(String target) {
    String first = target.substring(0, Math.min(target.length(), LONGEST_NAME - 14)) + RECORDED;
    String present = setup.contract().name();
    if (present.equals(first)) {
      return first + "-2";
    }
    Matcher numbered = NUMBERED.matcher(present);
    return numbered.matches() && numbered.group(1).equals(first)
        ? first + "-" + (Integer.parseInt(numbered.group(2)) + 1)
        : first;
  }
}
