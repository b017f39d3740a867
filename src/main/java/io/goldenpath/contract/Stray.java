package io.goldenpath.contract;

import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame, or a part of one, that came to a user and is not the user's.
 *
 * @param kind What that is.
 * @param hearer Who heard it.
 * @param owner Whose it is; {@link Marker#NOBODY} where that is not known.
 * @param step Where it came.
 * @param utterance The frame.
 * @param frames Numbers of the frames that it is in.
 * @param sighting What of the owner's is in it; null where the frame is the owner's as a whole.
 */
record Stray(
    FindingKind kind,
    int hearer,
    int owner,
    Step step,
    Utterance utterance,
    List<Integer> frames,
    @Nullable Sighting sighting) {

  /** All of whose findings are one. */
  record Group(FindingKind kind, int hearer, int owner, Step step) {}

  Group group() {
    return new Group(kind, hearer, owner, step);
  }

  /** Whether the frame is the owner's as a whole, by its run, its owner or the code in it. */
  boolean whole(Belongings belongings) {
    return owner != Marker.NOBODY
        && !belongings.ours(utterance, hearer)
        && (sighting == null || sighting.marker().kind() == Marker.Kind.CODE);
  }
}
