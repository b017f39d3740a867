package io.goldenpath.cli;

import io.goldenpath.probe.Journey;
import io.goldenpath.settings.ProbeSetup;
import java.util.List;

/** What a command needs of the monitor, without its schedule and its server. */
public interface Workbench extends AutoCloseable {

  /** Every probe that the settings name, the demo's only where it runs. */
  List<ProbeSetup> setups();

  /** Where the monitor stands. */
  String location();

  /** Makes the journey of a probe. */
  Journey journey(ProbeSetup setup);

  @Override
  void close();
}
