package io.goldenpath.catalogue.change;

import io.goldenpath.demo.platform.Admission;
import io.goldenpath.demo.platform.RefusalReason;
import io.goldenpath.demo.script.DemoActivity.Kind;
import io.goldenpath.demo.script.DemoState;
import java.time.Duration;
import java.time.Instant;

/** Shuts everybody out for a while after too many bad tokens in a row, whoever's they were. */
public final class AdmissionBreaker {

  private static final int MOST = 5;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private int failures;
  private Instant shutUntil = Instant.MIN;

  public Admission admit(Admission found, DemoState state) {
    Instant now = state.now();
    if (isOpen(now)) {
      return new Admission(found.user(), RefusalReason.BREAKER_OPEN);
    }
    if (found.refusal() == null) {
      passed();
    } else if (opensWithFailure(now)) {
      state.tell(Kind.BREAKER_OPENED, found.user().name(), "");
    }
    return found;
  }

  synchronized boolean isOpen(Instant now) {
    return now.isBefore(shutUntil);
  }

  /** Counts a bad token; whether it was the one too many. */
  synchronized boolean opensWithFailure(Instant now) {
    failures++;
    if (failures < MOST) {
      return false;
    }
    failures = 0;
    shutUntil = now.plus(PAUSE);
    return true;
  }

  synchronized void passed() {
    failures = 0;
  }
}
