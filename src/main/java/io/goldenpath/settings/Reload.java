package io.goldenpath.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Takes up changed settings without a restart. A file is read once it has stopped changing; a wrong
 * one is refused whole, and the settings before it stay in force.
 */
public final class Reload implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(Reload.class);

  private final ConfigurableEnvironment environment;
  private final SettingsInForce inForce;
  private final InstantSource clock;
  private final Listener listener;
  private final FileMarks marks = new FileMarks();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("settings").daemon(true).factory());
  private Map<Path, FileMarks.Mark> read = Map.of();
  private Map<Path, FileMarks.Mark> seen = Map.of();

  /** Hears of changed settings. */
  public interface Listener {

    /** These hold from now on. */
    void taken(Settings settings);

    /** Some were refused. */
    void refused();
  }

  /** Watches the files behind this environment, from which the settings in force were read. */
  public Reload(
      ConfigurableEnvironment environment,
      SettingsInForce inForce,
      InstantSource clock,
      Listener listener) {
    this.environment = environment;
    this.inForce = inForce;
    this.clock = clock;
    this.listener = listener;
    marks.watch(FreshSources.of(environment).files());
  }

  /** Looks at the files from now on, with this pause between two looks. */
  public void start(Duration pause) {
    timer.scheduleWithFixedDelay(
        this::look, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** Reads the files when they have changed since, and no longer do. */
  public synchronized void look() {
    try {
      Map<Path, FileMarks.Mark> now = marks.look();
      if (!now.equals(read) && now.equals(seen)) {
        read = now;
        read();
      }
      seen = now;
    } catch (RuntimeException fault) {
      logger.warn("Changed settings could not be taken up", fault);
    }
  }

  private void read() {
    Settings changed;
    try {
      FreshSources fresh = FreshSources.of(environment);
      marks.watch(fresh.files());
      changed = new SettingsReader(fresh.sources()).settings();
    } catch (RuntimeException wrong) {
      refuse(SettingsException.of(wrong));
      return;
    }
    if (!changed.equals(inForce.settings()) || inForce.refusal().isPresent()) {
      listener.taken(changed);
      inForce.take(changed, clock.instant());
      changed.warnings().forEach(warning -> logger.warn("{}", warning));
    }
  }

  private void refuse(SettingsException wrong) {
    List<Mistake> mistakes = wrong.mistakes();
    boolean told = inForce.refusal().filter(old -> old.mistakes().equals(mistakes)).isPresent();
    inForce.refuse(new SettingsInForce.Refusal(clock.instant(), mistakes));
    listener.refused();
    if (!told) {
      logger.warn(
          "Changed settings are refused, those of {} stay in force. {}",
          inForce.since(),
          wrong.getMessage());
    }
  }
}
