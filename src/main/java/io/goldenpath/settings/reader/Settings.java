package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.mistakes.Mistake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All settings, validated and immutable.
 *
 * @param location Where the monitor stands; a label on every series.
 * @param demo Whether the demo platform runs inside and is watched.
 * @param accessToken Required of every POST; null where only loopback may post.
 * @param warnings Settings that work but should be changed.
 */
public record Settings(
    String location,
    List<ProbeSetup> setups,
    boolean demo,
    @Nullable Secret accessToken,
    List<Mistake> warnings) {

  public Settings {
    setups = List.copyOf(setups);
    warnings = List.copyOf(warnings);
  }
}
