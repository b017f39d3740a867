package io.goldenpath.journey;

import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Judgement;
import io.goldenpath.contract.Participant;
import io.goldenpath.contract.Question;
import io.goldenpath.contract.Reading;
import io.goldenpath.contract.Testimony;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.User;
import io.goldenpath.wire.WebSocket;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One user of a {@link Party}, and all that the user hears. Used by the user's own thread. */
final class Guest implements Companion {

  private final Party party;
  private final User user;
  private final @Nullable Question question;
  private Testimony testimony;
  private @Nullable String thread;
  private boolean arrived;
  private boolean over;
  private boolean intrudes;
  private boolean rebuffed;

  /**
   * @param question what the user asks; null for one who only listens
   */
  Guest(Party party, User user, @Nullable Question question) {
    this.party = party;
    this.user = user;
    this.question = question;
    this.testimony = testimony(null);
  }

  User user() {
    return user;
  }

  Optional<Question> question() {
    return Optional.ofNullable(question);
  }

  Testimony testimony() {
    return testimony;
  }

  /** The thread on which the user's agent works; empty where the platform names none. */
  Optional<String> thread() {
    return Optional.ofNullable(thread);
  }

  /** The login has said who the user is, and these codes are of sessions before this one. */
  void loggedIn(@Nullable String subject, Set<String> earlier) {
    testimony = testimony(subject);
    testimony.earlier(earlier);
  }

  @Override
  public Deadline waitsUntil(Deadline timeout) {
    return party.assembly().earlier(timeout);
  }

  @Override
  public void ready(WebSocket socket) {
    party.waits(socket);
    arrive();
  }

  @Override
  public boolean assembled() {
    return party.assembled();
  }

  @Override
  public void sent(int frame, long nanos) {
    testimony.sent(frame, nanos);
  }

  @Override
  public void heard(Heard heard, String raw, int frame, long nanos) {
    testimony.heard(heard, raw, frame, nanos);
    rebuffed |= heard.reading() instanceof Reading.Failure;
    if (thread == null && heard.reading() instanceof Reading.Event(var event)) {
      thread = event.ids().thread();
    }
  }

  @Override
  public void ended(Judgement judgement) {
    testimony.ownRun(judgement.run().orElse(null));
    testimony.answered(judgement.terminalAt());
    if (!intrudes) {
      end();
    }
  }

  @Override
  public boolean dispersed() {
    return party.walking() <= 0;
  }

  /** This one will ask on another's thread in the end. */
  void intrude() {
    intrudes = true;
  }

  @Override
  public boolean intrudes() {
    return intrudes;
  }

  @Override
  public boolean alone() {
    return party.walking() <= 1;
  }

  @Override
  public Optional<String> strangersThread() {
    rebuffed = false;
    return party.thread(user);
  }

  @Override
  public boolean rebuffed() {
    return rebuffed;
  }

  @Override
  public void intruded() {
    end();
  }

  /** The user is gone, whatever became of the run: nobody waits for one who does not come. */
  void gone() {
    arrive();
    end();
  }

  private void arrive() {
    if (!arrived) {
      arrived = true;
      party.arrived();
    }
  }

  private void end() {
    if (!over && question != null) {
      over = true;
      party.ended();
    }
  }

  private Testimony testimony(@Nullable String subject) {
    return new Testimony(
        new Participant(
            user.slot(),
            user.account(),
            subject,
            user.credential("email").map(Secret::reveal).orElse(null),
            question == null ? null : question.nonce(),
            question == null),
        party.users());
  }
}
