package io.goldenpath.web;

import io.goldenpath.settings.Mistake;
import io.goldenpath.settings.SettingsInForce;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Says on each page when changed settings were refused, and why. */
@ControllerAdvice(assignableTypes = PagesController.class)
final class SettingsNotice {

  private final SettingsInForce inForce;
  private final InstantSource clock;

  SettingsNotice(SettingsInForce inForce, InstantSource clock) {
    this.inForce = inForce;
    this.clock = clock;
  }

  /**
   * Refused settings.
   *
   * @param at When they were read.
   * @param since When those in force were read.
   * @param mistakes What is wrong.
   */
  record RefusalView(TimeView at, TimeView since, List<String> mistakes) {}

  @ModelAttribute("refusal")
  @Nullable RefusalView refusal() {
    return inForce
        .refusal()
        .map(refusal ->
            new RefusalView(
                TimeView.minute(refusal.at(), clock.instant()),
                TimeView.minute(inForce.since(), clock.instant()),
                refusal.mistakes().stream().map(Mistake::toString).toList()))
        .orElse(null);
  }
}
