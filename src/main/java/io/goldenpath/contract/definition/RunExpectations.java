package io.goldenpath.contract.definition;

import io.goldenpath.contract.event.Question;
import io.goldenpath.model.probe.UserScript;
import io.goldenpath.model.time.TimeLimits;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Expectations that one user's run is held against.
 *
 * @param contract What its events promise.
 * @param limits How long each part may take.
 * @param script What the user does on the path.
 * @param question What was asked.
 * @param identity Who the user is.
 */
public record RunExpectations(
    Contract contract, TimeLimits limits, UserScript script, Question question, Identity identity) {

  /** The same of another question, after these runs and no others. */
  public RunExpectations forQuestion(Question other, Set<String> past) {
    return new RunExpectations(
        contract, limits, script, other, new Identity(identity.slot(), identity.subject(), past));
  }

  /**
   * Who the user is.
   *
   * @param slot slot within the target
   * @param subject who the token says the user is; null where it says nothing
   * @param earlierRuns ids of runs that this user started before
   */
  public record Identity(int slot, @Nullable String subject, Set<String> earlierRuns) {

    public Identity {
      earlierRuns = Set.copyOf(earlierRuns);
    }
  }
}
