package io.goldenpath.contract.isolation;

import org.jspecify.annotations.Nullable;

/**
 * Participant of a run of several users, with what nobody else must ever be shown.
 *
 * @param account Equal for two sessions of one account: what they share is no leak.
 * @param subject Who the token says the user is; null where it says nothing.
 * @param nonce Code that the user's answer must repeat; null where the user asks nothing.
 * @param listener Whether the user only listens, and must receive no agent event at all.
 */
public record Participant(
    int slot,
    Object account,
    @Nullable String subject,
    @Nullable String email,
    @Nullable String nonce,
    boolean listener) {

  /** Shows the slot alone: the rest is personal. */
  @Override
  public String toString() {
    return "Participant[slot=" + slot + "]";
  }
}
