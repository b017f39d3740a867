package io.goldenpath.cli;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.time.DurationText;
import java.io.PrintWriter;
import java.time.Duration;

/** Steps of a run as they end, on one line of the terminal, which the report then takes. */
final class LiveSteps {

  private static final int WIDTH = 78;
  private static final String GAP = "  ";
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private String probe = "";
  private String steps = "";

  /** Prints nothing where this is no terminal. */
  LiveSteps(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  synchronized void begin(ProbeId id) {
    probe = id.toString();
    steps = "";
    print(probe);
  }

  synchronized void ended(Step step, Duration took) {
    steps = lastThatFit(steps + GAP + step.label() + " " + DurationText.of(took));
    print(probe + steps);
  }

  private String lastThatFit(String all) {
    int next = all.indexOf(GAP, 1);
    return probe.length() + all.length() <= WIDTH || next < 0
        ? all
        : lastThatFit(all.substring(next));
  }

  synchronized void clear() {
    print("");
  }

  private void print(String line) {
    if (terminal) {
      out.print(CLEAR_LINE + line);
      out.flush();
    }
  }
}
