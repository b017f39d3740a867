package io.goldenpath.settings.load;

import io.goldenpath.settings.mistakes.Mistake;
import io.goldenpath.settings.reader.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The active settings, and whether newer ones were rejected. */
public final class CurrentSettings {

  private volatile Settings settings;
  private volatile Instant since;
  private volatile @Nullable Refusal refusal;

  public CurrentSettings(Settings settings, Instant since) {
    this.settings = settings;
    this.since = since;
  }

  /** Changed settings that were rejected; the ones before stay active. */
  public record Refusal(Instant at, List<Mistake> mistakes) {}

  public Settings settings() {
    return settings;
  }

  /** When the active settings were applied. */
  public Instant since() {
    return since;
  }

  /** Empty unless the last change was rejected. */
  public Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  void apply(Settings changed, Instant at) {
    settings = changed;
    since = at;
    refusal = null;
  }

  void refuse(Refusal refused) {
    refusal = refused;
  }
}
