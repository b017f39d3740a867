package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.mistakes.Mistake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All settings, validated and immutable.
 *
 * @param location Where the monitor stands; a label on every series.
 * @param setups Every probe with its dialect and contract.
 * @param demo Whether the demo platform runs inside and is watched.
 * @param accessToken What a POST from beyond loopback must carry; null when none may come.
 * @param warnings What works, and should not stay so.
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
