package io.goldenpath.cli;

import io.goldenpath.model.run.Journey;
import io.goldenpath.settings.reader.ProbeSetup;
import java.util.List;

/** What a command needs of the monitor, without its schedule and its server. */
public interface CheckEnvironment extends AutoCloseable {

  /** Opens an environment. */
  @FunctionalInterface
  interface Opener {

    /**
     * The environment with the settings that these arguments for Spring lead to.
     *
     * @throws io.goldenpath.settings.mistakes.SettingsException with every mistake
     */
    CheckEnvironment open(List<String> properties);
  }

  /** Names of all targets, the demo's among them where the settings want it. */
  List<String> targets();

  /** The probes of this target. Starts the demo platform when it is the one asked for. */
  List<ProbeSetup> setups(String target);

  /** Whether this target is the demo platform, which can be told to misbehave. */
  boolean isDemo(String target);

  /** Names of the faults that the demo platform plays. */
  List<String> faults();

  /** Has the demo platform, whose probes have been asked for, play this fault from now on. */
  void play(String fault);

  /** Where the monitor stands. */
  String location();

  /** Makes the journey of a probe. */
  Journey journey(ProbeSetup setup);

  @Override
  void close();
}
