package io.goldenpath.settings.reader;

import io.goldenpath.settings.mistakes.Mistake;
import io.goldenpath.settings.notify.NotifySettings;
import io.goldenpath.settings.service.AccessSettings;
import io.goldenpath.settings.service.MetricsSettings;
import io.goldenpath.settings.service.RunLinks;
import io.goldenpath.settings.tls.TlsBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All settings, validated and immutable.
 *
 * @param location Where the monitor stands; a label on every series.
 * @param demo Whether the demo platform runs inside and is watched.
 * @param access Who may read, and who may act.
 * @param tlsBundles The SSL bundles that targets use, by name.
 * @param files Files with templates that dialects name.
 * @param history What the history keeps, and where.
 * @param metrics What metrics tell.
 * @param links Where traces of runs are shown.
 * @param telling Who is told of incidents.
 * @param warnings Settings that work but should be changed.
 */
public record Settings(
    String location,
    List<ProbeSetup> setups,
    boolean demo,
    AccessSettings access,
    Map<String, TlsBundle> tlsBundles,
    Set<Path> files,
    HistorySettings history,
    MetricsSettings metrics,
    RunLinks links,
    NotifySettings telling,
    List<Mistake> warnings) {

  public Settings {
    setups = List.copyOf(setups);
    tlsBundles = Map.copyOf(tlsBundles);
    files = Set.copyOf(files);
    warnings = List.copyOf(warnings);
  }
}
