package io.goldenpath.web.page;

import io.goldenpath.verdict.ProbeState;
import java.time.Instant;

/**
 * What is believed of a probe.
 *
 * @param word The verdict, which chooses colour and icon.
 * @param since Since when.
 * @param why In one line.
 */
record VerdictView(String word, TimeView since, String why) {

  static VerdictView of(ProbeState state, Instant now) {
    return new VerdictView(
        state.verdict().label(), TimeView.minute(state.since(), now), state.reason());
  }
}
