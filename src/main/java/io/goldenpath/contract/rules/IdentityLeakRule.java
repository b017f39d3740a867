package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.LEAK_IDENTITY;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.target.CanonicalId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reports frames that name another user as their owner, and the first whose owner is unreadable.
 */
final class IdentityLeakRule {

  private static final int BOUND = 200;

  private final int slot;
  private final @Nullable String subject;
  private final Map<Step, List<Occurrence>> foreign = new EnumMap<>(Step.class);

  private @Nullable UnreadableOwner unreadable;

  IdentityLeakRule(int slot, @Nullable String subject) {
    this.slot = slot;
    this.subject = subject == null ? null : CanonicalId.of(subject);
  }

  private record Occurrence(int frame, long nanos) {}

  boolean isForeign(DecodedFrame decoded, Step step, int frame, long nanos) {
    if (unreadable == null && decoded.unreadableOwner() != null) {
      unreadable = new UnreadableOwner(decoded.unreadableOwner(), step, frame, nanos);
    }
    boolean other =
        subject != null && decoded.owners().stream().anyMatch(owner -> !owner.equals(subject));
    if (other) {
      List<Occurrence> same = foreign.computeIfAbsent(step, _ -> new ArrayList<>());
      boolean known = same.stream().anyMatch(before -> before.frame() == frame);
      if (!known && same.size() < BOUND) {
        same.add(new Occurrence(frame, nanos));
      }
    }
    return other;
  }

  /** One finding for each step. */
  void report(Findings findings) {
    if (unreadable != null) {
      unreadable.tell(findings, slot);
    }
    foreign.forEach((step, frames) ->
        findings
            .of(LEAK_IDENTITY)
            .in(step)
            .at(frames.getFirst().nanos())
            .frames(frames.stream().mapToInt(Occurrence::frame).toArray())
            .expected("frames of our own user only")
            .seen(frames.size() == 1 ? "another user's id" : "another user's id, in several frames")
            .says(
                "LEAK: %s another user as the owner, on our connection in step %s",
                frames.size() == 1 ? "a frame names" : frames.size() + " frames name",
                step.label()));
    foreign.clear();
  }
}
