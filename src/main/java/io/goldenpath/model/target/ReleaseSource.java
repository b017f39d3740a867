package io.goldenpath.model.target;

/** What tells the release of a target. */
public sealed interface ReleaseSource {

  /**
   * A reply in JSON to a request of its own, once a run.
   *
   * @param url Absolute address.
   * @param pointer JSON pointer to the release.
   */
  record Reply(Secret url, String pointer) implements ReleaseSource {}

  /** A header of the login's reply, or of the upgrade's. */
  record Header(String name) implements ReleaseSource {}
}
