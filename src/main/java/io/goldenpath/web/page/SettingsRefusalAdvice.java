package io.goldenpath.web.page;

import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.settings.mistakes.Mistake;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Says on each page when changed settings were refused, and why. */
@ControllerAdvice(assignableTypes = PagesController.class)
final class SettingsRefusalAdvice {

  private final CurrentSettings inForce;
  private final InstantSource clock;

  SettingsRefusalAdvice(CurrentSettings inForce, InstantSource clock) {
    this.inForce = inForce;
    this.clock = clock;
  }

  /** Refused settings; {@code since} is when those in force were read. */
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
