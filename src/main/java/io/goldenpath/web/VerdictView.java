package io.goldenpath.web;

import io.goldenpath.verdict.Standing;
import java.time.Instant;

/**
 * What is believed of a probe.
 *
 * @param word The verdict, which chooses colour and icon.
 * @param since Since when.
 * @param why In one line.
 */
record VerdictView(String word, TimeView since, String why) {

  static VerdictView of(Standing standing, Instant now) {
    return new VerdictView(
        standing.verdict().label(), TimeView.minute(standing.since(), now), standing.why());
  }
}
