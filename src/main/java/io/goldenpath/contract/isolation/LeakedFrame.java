package io.goldenpath.contract.isolation;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaked frame, or a part of one: it came to a user and is not the user's.
 *
 * @param kind What that is.
 * @param recipient Who received it.
 * @param owner Whose it is; {@link Marker#NO_OWNER} where that is not known.
 * @param step Where it came.
 * @param frame The frame.
 * @param frameNumbers Numbers of the frames that it is in.
 * @param match What of the owner's is in it; null where the frame is the owner's as a whole.
 */
record LeakedFrame(
    FindingKind kind,
    int recipient,
    int owner,
    Step step,
    ReceivedFrame frame,
    List<Integer> frameNumbers,
    @Nullable MarkerMatch match) {

  /** All of whose findings are one. */
  record Group(FindingKind kind, int recipient, int owner, Step step) {}

  Group group() {
    return new Group(kind, recipient, owner, step);
  }

  /** Whether the frame is the owner's as a whole, by its run, its owner or the code in it. */
  boolean isWholeFrame(RunOwnership ownership) {
    return owner != Marker.NO_OWNER
        && !ownership.isOwn(frame, recipient)
        && (match == null || match.marker().kind() == Marker.Kind.CODE);
  }
}
