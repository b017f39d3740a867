package io.goldenpath.settings.load;

import io.goldenpath.model.target.Secret;
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

  /** Settings that were read at this time. */
  public CurrentSettings(Settings settings, Instant since) {
    this.settings = settings;
    this.since = since;
  }

  /**
   * Changed settings that were rejected; the ones before stay active.
   *
   * @param at When they were read.
   * @param mistakes What is wrong with them, without secrets.
   */
  public record Refusal(Instant at, List<Mistake> mistakes) {}

  /** The active settings. */
  public Settings settings() {
    return settings;
  }

  /** When they were applied. */
  public Instant since() {
    return since;
  }

  /** What opens the API from beyond loopback; null where nothing does. */
  public @Nullable Secret accessToken() {
    return settings.accessToken();
  }

  /** The last change, where it was rejected. */
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
