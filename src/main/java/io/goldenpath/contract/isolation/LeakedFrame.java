package io.goldenpath.contract.isolation;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaked frame, or a part of one: it came to a user and is not the user's.
 *
 * @param owner Whose it is; {@link Marker#NO_OWNER} where that is not known.
 * @param frameNumbers Several where a marker is split over frames.
 * @param match The marker in it; null where the frame is the owner's as a whole.
 */
record LeakedFrame(
    FindingKind kind,
    int recipient,
    int owner,
    Step step,
    ReceivedFrame frame,
    List<Integer> frameNumbers,
    @Nullable MarkerMatch match) {

  /** One finding is reported per group. */
  record Group(FindingKind kind, int recipient, int owner, Step step) {}

  Group group() {
    return new Group(kind, recipient, owner, step);
  }

  boolean isWholeFrame(RunOwnership ownership) {
    return owner != Marker.NO_OWNER
        && !ownership.isOwn(frame, recipient)
        && (match == null || match.marker().kind() == Marker.Kind.CODE);
  }
}
