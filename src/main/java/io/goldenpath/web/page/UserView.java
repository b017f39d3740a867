package io.goldenpath.web.page;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.strip.PathStrip;
import java.util.List;
import java.util.Optional;

/**
 * What one user met.
 *
 * @param slot Slot of the user.
 * @param strip The path.
 * @param waterfall Where the time went.
 * @param frames What was sent and received.
 * @param left How many frames were counted but not kept.
 * @param leftAfter Number of the frame after which those are missing.
 * @param spokenOf Whether a finding concerns this user.
 * @param hidden How many frames were kept and are not shown.
 */
record UserView(
    int slot,
    StripView strip,
    WaterfallView waterfall,
    List<FrameView> frames,
    int left,
    int leftAfter,
    boolean spokenOf,
    int hidden) {

  static UserView of(
      PathStrip strip,
      Optional<UserRun> user,
      Optional<UserRun> good,
      List<Finding> findings,
      FrameBudget budget) {
    Transcript transcript = user.map(UserRun::transcript).orElse(Transcript.EMPTY);
    List<Frame> frames = budget.select(strip.slot(), transcript.frames(), findings);
    return new UserView(
        strip.slot(),
        StripView.of(strip),
        user.map(run -> WaterfallView.of(run, good)).orElse(WaterfallView.EMPTY),
        frames.stream()
            .map(frame -> FrameView.of(strip.slot(), frame, findings, budget.maxCharacters()))
            .toList(),
        transcript.omitted(),
        leftAfter(transcript),
        findings.stream().anyMatch(finding -> FindingView.concernsUser(finding, strip.slot())),
        transcript.frames().size() - frames.size());
  }

  /** What is to be said of frames that are not here; empty where all are. */
  public String missing() {
    if (frames.isEmpty()) {
      return left == 0 ? "" : left + " frames were counted and not kept";
    }
    return hidden == 0 ? "" : hidden + " more frames are in the JSON";
  }

  private static int leftAfter(Transcript transcript) {
    List<Frame> frames = transcript.frames();
    for (int i = 1; i < frames.size(); i++) {
      if (frames.get(i).number() > frames.get(i - 1).number() + 1) {
        return frames.get(i - 1).number();
      }
    }
    return 0;
  }
}
