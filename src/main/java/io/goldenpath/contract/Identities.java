package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.LEAK_IDENTITY;

import io.goldenpath.probe.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose every frame is: all that name an owner must name our own user. */
final class Identities {

  private static final int BOUND = 200;

  private final @Nullable String subject;
  private final Map<Step, List<Sighting>> foreign = new EnumMap<>(Step.class);

  Identities(@Nullable String subject) {
    this.subject = subject;
  }

  private record Sighting(int frame, long nanos) {}

  /** Whether the frame belongs to somebody else. */
  boolean foreign(Set<String> owners, Step step, int frame, long nanos) {
    boolean other = subject != null && owners.stream().anyMatch(owner -> !owner.equals(subject));
    if (other) {
      List<Sighting> same = foreign.computeIfAbsent(step, _ -> new ArrayList<>());
      if (same.size() < BOUND) {
        same.add(new Sighting(frame, nanos));
      }
    }
    return other;
  }

  /** One finding for each step in which frames were another user's. */
  void report(Docket docket) {
    foreign.forEach((step, frames) ->
        docket.add(
            LEAK_IDENTITY,
            step,
            frames.getFirst().nanos(),
            new Words(
                "frames of our own user alone",
                frames.size() == 1 ? "another user's id" : "another user's id, in several frames",
                message(frames.size(), step)),
            frames.stream().mapToInt(Sighting::frame).toArray()));
    foreign.clear();
  }

  static String message(int frames, Step step) {
    return "LEAK: %s another user as the owner, on our connection in step %s"
        .formatted(frames == 1 ? "a frame names" : frames + " frames name", step.label());
  }
}
