package io.goldenpath.settings.reader;

import io.goldenpath.settings.dialect.Dialects;
import io.goldenpath.settings.keys.GoldenPathProperties;
import io.goldenpath.settings.keys.TargetProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.tls.TlsBundles;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What targets name, and what is written elsewhere. */
record References(Dialects dialects, Contracts contracts, TlsBundles bundles) {

  static References read(SettingKey root, GoldenPathProperties written, TlsBundles bundles) {
    return new References(
        new Dialects(root.child("dialects"), written.dialects()),
        Contracts.read(
            root.child("contracts"),
            written.contracts(),
            written.targets().values().stream().map(TargetProperties::contract).toList()),
        bundles);
  }

  /** Files that they name. */
  Set<Path> files() {
    Set<Path> files = new HashSet<>(bundles.files());
    files.addAll(dialects.files());
    return files;
  }
}
