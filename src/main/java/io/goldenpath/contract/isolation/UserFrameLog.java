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

/**
 * Log of the frames that one user received in a run of several, for the joint judgement. It is
 * written by the user's own thread only, and read when that has ended.
 */
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

  /** The log of one of so many users, who together keep no more than a run may. */
  public UserFrameLog(Participant who, int users) {
    this.participant = who;
    this.maxFrames = FRAMES / users;
    this.maxCharacters = CHARACTERS / users;
  }

  /** The question went out in this frame, and others may follow it. */
  public void questionSent(int frame, long nanos) {
    if (sent == null) {
      questionFrame = frame;
      sent = nanos;
    }
  }

  /** A frame came, and this is how it was understood. */
  public void received(DecodedFrame decoded, String raw, int frame, long nanos) {
    if (received.size() < maxFrames) {
      boolean kept = characters + raw.length() <= maxCharacters;
      characters += kept ? raw.length() : 0;
      skippedFrames += kept ? 0 : 1;
      received.add(ReceivedFrame.of(frame, nanos, kept ? raw : null, decoded));
    } else {
      skippedFrames++;
    }
    if (decoded.content() instanceof FrameContent.Ready welcome && welcomeFrame == 0) {
      welcomeFrame = frame;
      connectionId = welcome.connectionId();
    }
  }

  /** The run that the user's own judgement took for the user's; null where it knows of none. */
  public void ownRun(@Nullable String id) {
    run = id;
  }

  /** When the answer came by the user's own judgement; empty where none did. */
  public void answered(OptionalLong nanos) {
    answered = nanos.isPresent() ? nanos.getAsLong() : null;
  }

  /** All that was found against this user's run alone. */
  public void findings(List<Finding> own) {
    findings = List.copyOf(own);
  }

  /** Codes of sessions before this run, of whomever: a fresh connection must not bring them. */
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

  /** Number of the frame that asked; 0 where none did. */
  int questionFrame() {
    return questionFrame;
  }

  /** Number of the frame that welcomed; 0 where none did. */
  int welcomeFrame() {
    return welcomeFrame;
  }

  int maxFrames() {
    return maxFrames;
  }

  int maxCharacters() {
    return maxCharacters;
  }

  /** How many frames came whose text was too much to keep. */
  int skippedFrames() {
    return skippedFrames;
  }

  /** Whether this came before the user had asked anything. */
  boolean beforeQuestion(ReceivedFrame frame) {
    return step(frame) == Step.WELCOME;
  }

  /** Where a frame came: before the question, after it, or as the answer to it. */
  Step step(ReceivedFrame frame) {
    if (participant.listener()
        ? welcomeFrame == 0 || frame.number() <= welcomeFrame
        : precedesQuestion(frame)) {
      return Step.WELCOME;
    }
    boolean answer = answered != null && answered == frame.nanos() && frame.event() != null;
    return answer ? Step.ANSWER : Step.EVENTS;
  }

  private boolean precedesQuestion(ReceivedFrame frame) {
    return sent == null || frame.nanos() < sent;
  }
}
