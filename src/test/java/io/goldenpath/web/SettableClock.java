package io.goldenpath.web;

import io.goldenpath.model.run.SampleRuns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A date that stands still until it is moved. */
public final class SettableClock implements InstantSource {

  private volatile Instant now = SampleRuns.NOON;

  void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
