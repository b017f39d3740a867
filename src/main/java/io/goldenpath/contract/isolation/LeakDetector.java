package io.goldenpath.contract.isolation;

import static io.goldenpath.model.finding.FindingKind.LEAK_CONTENT;
import static io.goldenpath.model.finding.FindingKind.LEAK_IDENTITY;
import static io.goldenpath.model.finding.FindingKind.LEAK_RESIDUE;
import static io.goldenpath.model.finding.FindingKind.LEAK_ROUTING;

import io.goldenpath.model.finding.FindingKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Detector of leaks in what one user received. */
final class LeakDetector {

  private final UserGroup group;
  private final RunOwnership ownership;
  private final IdCollisions idCollisions;
  private final int recipient;
  private final UserFrameLog log;
  private final List<LeakedFrame> all = new ArrayList<>();

  LeakDetector(UserGroup group, RunOwnership ownership, IdCollisions idCollisions, int recipient) {
    this.group = group;
    this.ownership = ownership;
    this.idCollisions = idCollisions;
    this.recipient = recipient;
    this.log = group.user(recipient);
  }

  List<LeakedFrame> detect(MarkerMatches matches) {
    log.received().forEach(frame -> inspect(frame, matches.in(frame)));
    return all;
  }

  private void inspect(ReceivedFrame frame, List<MarkerMatch> content) {
    Integer owner = wholeFrameOwner(frame);
    boolean residue = false;
    for (MarkerMatch match : content) {
      int whose = match.marker().owner();
      if (whose != Marker.NO_OWNER) {
        if (!(owner != null && group.sameAccount(owner, whose))
            && !idCollisions.isShared(recipient, whose, frame)) {
          add(LEAK_CONTENT, whose, frame, match);
        }
      } else if (!residue && isResidue(frame)) {
        residue = true;
        add(LEAK_RESIDUE, Marker.NO_OWNER, frame, match);
      }
    }
    boolean reported = owner != null || residue || !content.isEmpty();
    if (!reported && frame.event() != null && !ownership.isOwn(frame, recipient)) {
      inspectUnasked(frame);
    }
  }

  /** Adds the leak too, where there is an owner. */
  private @Nullable Integer wholeFrameOwner(ReceivedFrame frame) {
    Integer owner = ownership.owner(frame, recipient);
    Integer named = group.namedOwner(frame, recipient);
    if (named != null) {
      Integer exact = owner != null && group.sameAccount(owner, named) ? owner : named;
      add(LEAK_IDENTITY, exact, frame, null);
      return exact;
    }
    if (owner != null) {
      add(LEAK_ROUTING, owner, frame, null);
    }
    return owner;
  }

  /** The frame belongs to a run of nobody in this test. */
  private void inspectUnasked(ReceivedFrame frame) {
    if (log.participant().listener()) {
      add(LEAK_ROUTING, Marker.NO_OWNER, frame, null);
    } else if (log.beforeQuestion(frame)) {
      add(LEAK_RESIDUE, Marker.NO_OWNER, frame, null);
    }
  }

  /** After the question, codes of earlier sessions may come from the user's own history. */
  private boolean isResidue(ReceivedFrame frame) {
    return log.participant().listener() || log.beforeQuestion(frame);
  }

  private void add(FindingKind kind, int owner, ReceivedFrame frame, @Nullable MarkerMatch match) {
    List<Integer> frames =
        match == null
            ? List.of(frame.number())
            : match.positions().stream()
                .map(position -> log.received().get(position).number())
                .toList();
    all.add(new LeakedFrame(kind, recipient, owner, log.step(frame), frame, frames, match));
  }
}
