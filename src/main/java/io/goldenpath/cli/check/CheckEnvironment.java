package io.goldenpath.cli.check;

import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.ProgressListener;
import io.goldenpath.settings.reader.ProbeSetup;
import java.util.List;
import java.util.Map;

/** What a command needs of the monitor, without its schedule and its server. */
public interface CheckEnvironment extends AutoCloseable {

  /** Includes the demo's where the settings enable it. */
  List<String> targets();

  /** Starts the demo platform when it is the target. */
  List<ProbeSetup> setups(String target);

  /** Labels of a target by name; starts nothing. */
  Map<String, String> labels(String target);

  boolean isDemo(String target);

  List<String> faults();

  /** Needs the demo platform, which {@link #setups} starts; the fault lasts from now on. */
  void play(String fault);

  String location();

  /** The listener hears of its runs while they go on. */
  Journey journey(ProbeSetup setup, ProgressListener progress);

  @Override
  void close();
}
