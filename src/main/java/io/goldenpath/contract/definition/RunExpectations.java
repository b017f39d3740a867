package io.goldenpath.contract.definition;

import io.goldenpath.contract.event.Question;
import io.goldenpath.framing.CloseCodes;
import io.goldenpath.model.probe.UserScript;
import io.goldenpath.model.time.TimeLimits;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Expectations that one user's run is held against. */
public record RunExpectations(
    Contract contract,
    TimeLimits limits,
    UserScript script,
    Question question,
    Identity identity,
    CloseCodes closeCodes) {

  /** Of a platform that gives close codes no meaning of its own. */
  public RunExpectations(
      Contract contract,
      TimeLimits limits,
      UserScript script,
      Question question,
      Identity identity) {
    this(contract, limits, script, question, identity, CloseCodes.NONE);
  }

  /** These expectations for another question; {@code past} replaces the ids of earlier runs. */
  public RunExpectations forQuestion(Question other, Set<String> past) {
    return new RunExpectations(
        contract,
        limits,
        script,
        other,
        new Identity(identity.slot(), identity.subject(), past),
        closeCodes);
  }

  /**
   * Identity of the user.
   *
   * @param subject who the token says the user is; null where it says nothing
   * @param earlierRuns ids of runs that this user started before
   */
  public record Identity(int slot, @Nullable String subject, Set<String> earlierRuns) {

    public Identity {
      earlierRuns = Set.copyOf(earlierRuns);
    }
  }
}
