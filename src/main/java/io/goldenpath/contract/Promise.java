package io.goldenpath.contract;

import io.goldenpath.probe.Limits;
import io.goldenpath.probe.Plan;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that one user's run is held against.
 *
 * @param contract What its events promise.
 * @param limits How long each part may take.
 * @param plan What the user does on the path.
 * @param question What was asked.
 * @param identity Who the user is.
 */
public record Promise(
    Contract contract, Limits limits, Plan plan, Question question, Identity identity) {

  /** The same of another question, after these runs and no others. */
  Promise of(Question other, Set<String> past) {
    return new Promise(
        contract, limits, plan, other, new Identity(identity.slot(), identity.subject(), past));
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
