package io.goldenpath.web.page;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.strip.PathStrip;
import java.util.List;
import java.util.Optional;

/** One user's part of a run; {@code frames} are those of the transcript that are shown. */
record UserView(
    int slot,
    StripView strip,
    WaterfallView waterfall,
    Transcript transcript,
    List<FrameView> frames,
    boolean hasFinding) {

  static UserView of(
      PathStrip strip,
      Optional<UserRun> user,
      Optional<UserRun> good,
      List<Finding> findings,
      FrameBudget budget) {
    int slot = strip.slot();
    Transcript transcript = user.map(UserRun::transcript).orElse(Transcript.EMPTY);
    return new UserView(
        slot,
        StripView.of(strip),
        user.map(run -> WaterfallView.of(run, good)).orElse(WaterfallView.EMPTY),
        transcript,
        budget.select(slot, transcript.frames(), findings).stream()
            .map(frame -> FrameView.of(slot, frame, findings, budget.maxCharacters()))
            .toList(),
        findings.stream().anyMatch(finding -> finding.slots().contains(slot)));
  }

  /** Empty where no frame is missing. */
  public String missing() {
    if (frames.isEmpty()) {
      return transcript.omitted() == 0 ? "" : transcript.omitted() + " frames not stored";
    }
    int hidden = transcript.frames().size() - frames.size();
    return hidden == 0 ? "" : hidden + " more frames are in the JSON";
  }

  /** Number of the frame after which some were not stored; 0 where none is missing. */
  public int afterFrame() {
    List<Frame> stored = transcript.frames();
    for (int i = 1; i < stored.size(); i++) {
      if (stored.get(i).number() > stored.get(i - 1).number() + 1) {
        return stored.get(i - 1).number();
      }
    }
    return 0;
  }
}
