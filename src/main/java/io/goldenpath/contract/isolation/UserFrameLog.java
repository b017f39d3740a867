package io.goldenpath.contract.isolation;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Log of one user's frames, written by the user's thread only and read when that has ended. */
public final class UserFrameLog {

  private static final int FRAMES = 400_000;
  private static final int CHARACTERS = 64 * 1024 * 1024;

  private final Participant participant;
  private final int maxFrames;
  private final int maxCharacters;
  private final List<ReceivedFrame> received = new ArrayList<>();
  private Set<String> earlierNonces = Set.of();
  private List<Finding> findings = List.of();
  private int questionFrame;
  private int welcomeFrame;
  private int skippedFrames;
  private int characters;
  private @Nullable Long sent;
  private @Nullable Long answered;
  private @Nullable String connectionId;
  private @Nullable String run;

  /** The bounds of a run are divided among its users. */
  public UserFrameLog(Participant who, int users) {
    this.participant = who;
    this.maxFrames = FRAMES / users;
    this.maxCharacters = CHARACTERS / users;
  }

  /** Only the first call counts. */
  public void questionSent(int frame, long nanos) {
    if (sent == null) {
      questionFrame = frame;
      sent = nanos;
    }
  }

  public void received(DecodedFrame decoded, String raw, int frame, long nanos) {
    if (received.size() < maxFrames) {
      boolean kept = characters + raw.length() <= maxCharacters;
      characters += kept ? raw.length() : 0;
      skippedFrames += kept ? 0 : 1;
      received.add(ReceivedFrame.of(received.size(), frame, nanos, kept ? raw : null, decoded));
    } else {
      skippedFrames++;
    }
    if (decoded.content() instanceof FrameContent.Ready welcome && welcomeFrame == 0) {
      welcomeFrame = frame;
      connectionId = welcome.connectionId();
    }
  }

  /** The run that the user's own judgement assumed; null where it knows of none. */
  public void ownRun(@Nullable String id) {
    run = id;
  }

  public void answered(OptionalLong nanos) {
    answered = nanos.isPresent() ? nanos.getAsLong() : null;
  }

  public void findings(List<Finding> own) {
    findings = List.copyOf(own);
  }

  /** Codes of sessions before this run, which must not come on a fresh connection. */
  public void earlierNonces(Collection<String> nonces) {
    earlierNonces = Set.copyOf(nonces);
  }

  Participant participant() {
    return participant;
  }

  int slot() {
    return participant.slot();
  }

  List<ReceivedFrame> received() {
    return received;
  }

  List<Finding> findings() {
    return findings;
  }

  Set<String> earlierNonces() {
    return earlierNonces;
  }

  @Nullable String run() {
    return run;
  }

  @Nullable String connectionId() {
    return connectionId;
  }

  /** 0 where no question was sent. */
  int questionFrame() {
    return questionFrame;
  }

  /** 0 where no welcome came. */
  int welcomeFrame() {
    return welcomeFrame;
  }

  String bounds() {
    return "at most %d frames and %d characters".formatted(maxFrames, maxCharacters);
  }

  int skippedFrames() {
    return skippedFrames;
  }

  boolean beforeQuestion(ReceivedFrame frame) {
    return step(frame) == Step.WELCOME;
  }

  Step step(ReceivedFrame frame) {
    boolean welcome =
        participant.listener()
            ? welcomeFrame == 0 || frame.number() <= welcomeFrame
            : sent == null || frame.nanos() < sent;
    if (welcome) {
      return Step.WELCOME;
    }
    boolean answer = answered != null && answered == frame.nanos() && frame.event() != null;
    return answer ? Step.ANSWER : Step.EVENTS;
  }
}
