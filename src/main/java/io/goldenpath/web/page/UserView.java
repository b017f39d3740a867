package io.goldenpath.web.page;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.strip.PathStrip;
import java.util.List;
import java.util.Optional;

/**
 * One user's part of a run.
 *
 * @param afterFrame Number of the frame after which some were not stored; 0 where none is missing.
 * @param framesHidden How many frames are stored and not shown.
 */
record UserView(
    int slot,
    StripView strip,
    WaterfallView waterfall,
    List<FrameView> frames,
    int framesNotStored,
    int afterFrame,
    boolean hasFinding,
    int framesHidden) {

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
        lastBeforeGap(transcript),
        findings.stream().anyMatch(finding -> finding.slots().contains(strip.slot())),
        transcript.frames().size() - frames.size());
  }

  /** Empty where no frame is missing. */
  public String missing() {
    if (frames.isEmpty()) {
      return framesNotStored == 0 ? "" : framesNotStored + " frames not stored";
    }
    return framesHidden == 0 ? "" : framesHidden + " more frames are in the JSON";
  }

  private static int lastBeforeGap(Transcript transcript) {
    List<Frame> frames = transcript.frames();
    for (int i = 1; i < frames.size(); i++) {
      if (frames.get(i).number() > frames.get(i - 1).number() + 1) {
        return frames.get(i - 1).number();
      }
    }
    return 0;
  }
}
