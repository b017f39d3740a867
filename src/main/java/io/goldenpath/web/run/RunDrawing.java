package io.goldenpath.web.run;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.strip.PathStrip;
import io.goldenpath.web.page.StripView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws a run beside another one. */
final class RunDrawing {

  private static final int MAX_FINDINGS = 50;

  private final Probe probe;
  private final Run run;
  private final @Nullable Run compared;
  private final boolean fromStart;
  private final ShownUsers users;
  private final FindingSummary summary;
  private final List<FindingView.Reference> findings;

  private RunDrawing(Probe probe, Run run, @Nullable Run compared, boolean fromStart) {
    this.probe = probe;
    this.run = run;
    this.compared = compared;
    this.fromStart = fromStart;
    this.users = ShownUsers.of(run, ShownUsers.MAX);
    List<Finding> heaviest = run.findings().stream().sorted(Finding.HEAVIEST_FIRST).toList();
    this.summary = FindingSummary.of(heaviest, MAX_FINDINGS);
    this.findings = FindingView.numbered(summary.shown());
  }

  /**
   * Draws it.
   *
   * @param compared Null where there is none to compare with.
   * @param fromStart Whether times count from the run's start, not from the sent message.
   */
  static RunView of(Probe probe, Run run, @Nullable Run compared, boolean fromStart) {
    return new RunDrawing(probe, run, compared, fromStart).view();
  }

  private RunView view() {
    List<PathStrip> strips = PathStrip.of(probe, run, users.shown());
    List<UserView> views = strips.stream().map(this::user).toList();
    List<FindingView> shown = findings.stream().map(found -> finding(found, views)).toList();
    return new RunView(
        run,
        new RunView.Findings(shown, summary.moreText()),
        ConcurrencySummary.of(run).map(together -> several(together, strips)).orElse(null),
        views);
  }

  private RunView.SeveralUsers several(ConcurrencySummary together, List<PathStrip> strips) {
    return new RunView.SeveralUsers(
        together, UserMatrix.of(strips, users.shown(), run.findings()), moreText(users.rest()));
  }

  private UserView user(PathStrip strip) {
    int slot = strip.slot();
    StripView drawn = StripView.of(strip);
    boolean alone = run.users().size() < 2;
    boolean found = run.findings().stream().anyMatch(any -> any.slots().contains(slot));
    Optional<UserRun> met = user(run, slot);
    if (met.isEmpty()) {
      return new UserView(
          slot, drawn, TimelineView.EMPTY, TranscriptView.EMPTY, UserView.Connection.NONE, alone);
    }
    UserRun user = met.get();
    UserRun other = compared == null ? null : counterpart(user, compared).orElse(null);
    TimeScale scale = TimeScale.of(user, other, fromStart);
    TimelineView timeline =
        TimelineRows.of(new TimelineUser(probe, strip, user, other, findings), scale);
    FrameBudget budget = FrameBudget.forUsers(run.users().size(), users.shown().size());
    return new UserView(
        slot,
        drawn,
        timeline,
        TranscriptEntries.of(user, scale.zero(), budget, findings, timeline.rowsByFrame()),
        UserView.Connection.of(user),
        alone || found);
  }

  private FindingView finding(FindingView.Reference found, List<UserView> views) {
    Finding finding = found.finding();
    ZeroPoint zero =
        user(run, finding.slot())
            .map(user -> ZeroPoint.of(user, fromStart))
            .orElse(ZeroPoint.RUN_START);
    String row =
        views.stream()
            .filter(view -> view.slot() == finding.slot())
            .flatMap(view -> view.timeline().rowOf(found.number()).stream())
            .findFirst()
            .orElse(null);
    return new FindingView(found.number(), finding, zero.text(finding.evidence().at()), row);
  }

  /** The same user, else who had the same part in a run of other users. */
  private Optional<UserRun> counterpart(UserRun user, Run other) {
    int part = run.users().indexOf(user);
    return user(other, user.slot()).or(() -> other.users().stream().skip(part).findFirst());
  }

  private static Optional<UserRun> user(Run of, int slot) {
    return of.users().stream().filter(user -> user.slot() == slot).findFirst();
  }

  private static String moreText(List<UserRun> rest) {
    long answered = rest.stream().filter(user -> user.timeToAnswer().isPresent()).count();
    return rest.isEmpty()
        ? ""
        : "%d more users are not shown: %d got an answer, %d did not. The JSON has them all."
            .formatted(rest.size(), answered, rest.size() - answered);
  }
}
