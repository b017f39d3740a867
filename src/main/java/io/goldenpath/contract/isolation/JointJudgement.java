package io.goldenpath.contract.isolation;

import io.goldenpath.model.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Holds what each of many users heard against what all the others own: who saw what is not theirs.
 * It costs what the frames cost to read, however many users there are.
 */
public final class JointJudgement {

  private final UserGroup group;
  private final JointFindings jointFindings;
  private final MarkerIndex markers;
  private final MarkerScanner scanner;

  JointJudgement(List<UserFrameLog> all, long startNanos) {
    this.group = new UserGroup(all);
    this.jointFindings = new JointFindings(group, startNanos);
    this.markers = new MarkerIndex(group);
    this.scanner = new MarkerScanner(markers);
  }

  /**
   * Every finding of a run that began at this reading of the clock: what was found against each
   * user's run alone, less what has its cause in another's, and what is found between them.
   */
  public static List<Finding> judge(List<UserFrameLog> all, long startNanos) {
    return new JointJudgement(all, startNanos).judge();
  }

  List<Finding> judge() {
    List<MarkerMatches> matches = new ArrayList<>();
    for (int user = 0; user < group.size(); user++) {
      matches.add(MarkerMatches.of(group, user, markers, scanner));
    }
    RunOwnership ownership = new RunOwnership(group, matches);
    IdCollisions idCollisions = new IdCollisions(group, ownership);
    List<LeakedFrame> leaks = new ArrayList<>();
    for (int user = 0; user < group.size(); user++) {
      leaks.addAll(LeakDetector.detect(group, ownership, idCollisions, user, matches.get(user)));
    }
    List<Diversion> diversions = Diversion.find(leaks, group, ownership);
    ExplainedFindings explainedFindings =
        new ExplainedFindings(group, ownership, leaks, diversions);
    idCollisions.all().forEach(jointFindings::collision);
    diversions.forEach(jointFindings::diverted);
    explainedFindings.undiverted().forEach(jointFindings::leaks);
    List<Finding> findings = new ArrayList<>(jointFindings.findings());
    for (int user = 0; user < group.size(); user++) {
      findings.addAll(explainedFindings.remaining(user));
    }
    jointFindings.skippedFrames().ifPresent(findings::add);
    findings.sort(Comparator.comparing(finding -> finding.evidence().at()));
    return findings;
  }

  /** Letters read and places looked at so far. */
  long work() {
    return scanner.work();
  }
}
