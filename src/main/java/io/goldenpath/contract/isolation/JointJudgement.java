package io.goldenpath.contract.isolation;

import io.goldenpath.model.finding.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Joint judgement of all users of a run; its cost grows with the frames, not with the users. */
public final class JointJudgement {

  private final UserGroup group;
  private final long start;
  private final JointFindings jointFindings;
  private final MarkerIndex markers;
  private final MarkerScanner scanner;

  JointJudgement(List<UserFrameLog> all, long startNanos) {
    this.group = new UserGroup(all);
    this.start = startNanos;
    this.jointFindings = new JointFindings(group, startNanos);
    this.markers = new MarkerIndex(group);
    this.scanner = new MarkerScanner(markers);
  }

  /** Findings of each user's run that another's does not explain, and those between users. */
  public static List<Finding> judge(List<UserFrameLog> all, long startNanos) {
    return new JointJudgement(all, startNanos).judge();
  }

  List<Finding> judge() {
    List<MarkerMatches> matches = new ArrayList<>();
    for (int user = 0; user < group.size(); user++) {
      matches.add(MarkerMatches.of(group, user, markers, scanner));
    }
    RunOwnership ownership = new RunOwnership(group, matches);
    IdCollisions collisions = new IdCollisions(group, ownership);
    List<LeakedFrame> leaks = new ArrayList<>();
    for (int user = 0; user < group.size(); user++) {
      leaks.addAll(new LeakDetector(group, ownership, collisions, user).detect(matches.get(user)));
    }
    List<Diversion> diversions = Diversion.find(leaks, group, ownership);
    ExplainedFindings explained = new ExplainedFindings(group, ownership, leaks, diversions);
    jointFindings.skippedFrames();
    collisions.all().forEach(jointFindings::collision);
    diversions.forEach(jointFindings::diverted);
    undiverted(leaks, diversions)
        .forEach((_, group) -> jointFindings.leaks(new LeakedFrames(group)));
    List<Finding> findings = new ArrayList<>(jointFindings.all());
    findings.addAll(UnreadableOwners.first(group, start));
    for (int user = 0; user < group.size(); user++) {
      findings.addAll(explained.remaining(user));
    }
    findings.sort(Comparator.comparing(finding -> finding.evidence().at()));
    return findings;
  }

  private static Map<LeakedFrame.Group, List<LeakedFrame>> undiverted(
      List<LeakedFrame> leaks, List<Diversion> diversions) {
    Set<LeakedFrame> diverted = Collections.newSetFromMap(new IdentityHashMap<>());
    diversions.forEach(diversion -> diverted.addAll(diversion.leaks()));
    return leaks.stream()
        .filter(leak -> !diverted.contains(leak))
        .collect(
            Collectors.groupingBy(LeakedFrame::group, LinkedHashMap::new, Collectors.toList()));
  }

  long work() {
    return scanner.work();
  }
}
