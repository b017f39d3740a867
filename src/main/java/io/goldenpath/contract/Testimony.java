package io.goldenpath.contract;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that one user heard in a run of several, to be held against what the others heard. It is told
 * by the user's own thread alone, and read when that has ended.
 */
public final class Testimony {

  private static final int FRAMES = 400_000;
  private static final int CHARACTERS = 64 * 1024 * 1024;

  private final Participant who;
  private final int mostFrames;
  private final int mostCharacters;
  private final List<Utterance> heard = new ArrayList<>();
  private Set<String> earlier = Set.of();
  private List<Finding> findings = List.of();
  private int asked;
  private int ready;
  private int unheard;
  private int characters;
  private @Nullable Long sent;
  private @Nullable Long answered;
  private @Nullable String connection;
  private @Nullable String run;

  /** The testimony of one of so many users, who together keep no more than a run may. */
  public Testimony(Participant who, int users) {
    this.who = who;
    this.mostFrames = FRAMES / users;
    this.mostCharacters = CHARACTERS / users;
  }

  /** The question went out in this frame, and others may follow it. */
  public void sent(int frame, long nanos) {
    if (sent == null) {
      asked = frame;
      sent = nanos;
    }
  }

  /** A frame came, and this is how it was understood. */
  public void heard(Heard understood, String raw, int frame, long nanos) {
    if (heard.size() < mostFrames) {
      boolean kept = characters + raw.length() <= mostCharacters;
      characters += kept ? raw.length() : 0;
      unheard += kept ? 0 : 1;
      heard.add(Utterance.of(frame, nanos, kept ? raw : null, understood));
    } else {
      unheard++;
    }
    if (understood.reading() instanceof Reading.Ready welcome && ready == 0) {
      ready = frame;
      connection = welcome.connection();
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
  public void earlier(Collection<String> nonces) {
    earlier = Set.copyOf(nonces);
  }

  Participant who() {
    return who;
  }

  int slot() {
    return who.slot();
  }

  /** What came, as far as it was kept. */
  List<Utterance> heard() {
    return heard;
  }

  List<Finding> findings() {
    return findings;
  }

  Set<String> earlier() {
    return earlier;
  }

  @Nullable String run() {
    return run;
  }

  @Nullable String connection() {
    return connection;
  }

  /** Number of the frame that asked; 0 where none did. */
  int asked() {
    return asked;
  }

  /** Number of the frame that welcomed; 0 where none did. */
  int ready() {
    return ready;
  }

  /** How many frames are kept. */
  int mostFrames() {
    return mostFrames;
  }

  /** How many letters of all its frames are kept. */
  int mostCharacters() {
    return mostCharacters;
  }

  /** How many frames came whose text was too much to keep. */
  int unheard() {
    return unheard;
  }

  /** Whether this came before the user had asked anything. */
  boolean fresh(Utterance utterance) {
    return step(utterance) == Step.WELCOME;
  }

  /** Where a frame came: before the question, after it, or as the answer to it. */
  Step step(Utterance utterance) {
    if (who.listener() ? ready == 0 || utterance.frame() <= ready : before(utterance)) {
      return Step.WELCOME;
    }
    boolean answer = answered != null && answered == utterance.nanos() && utterance.event() != null;
    return answer ? Step.ANSWER : Step.EVENTS;
  }

  private boolean before(Utterance utterance) {
    return sent == null || utterance.nanos() < sent;
  }
}
