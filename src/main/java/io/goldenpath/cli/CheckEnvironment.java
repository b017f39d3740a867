package io.goldenpath.cli;

import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.StepListener;
import io.goldenpath.settings.reader.ProbeSetup;
import java.util.List;

/** What a command needs of the monitor, without its schedule and its server. */
public interface CheckEnvironment extends AutoCloseable {

  /** Includes the demo's where the settings enable it. */
  List<String> targets();

  /** Starts the demo platform when it is the target. */
  List<ProbeSetup> setups(String target);

  boolean isDemo(String target);

  List<String> faults();

  /** Needs the demo platform, which {@link #setups} starts; the fault lasts from now on. */
  void play(String fault);

  String location();

  /** The listener hears of each step as it ends. */
  Journey journey(ProbeSetup setup, StepListener steps);

  @Override
  void close();
}
