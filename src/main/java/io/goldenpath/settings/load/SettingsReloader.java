package io.goldenpath.settings.load;

import io.goldenpath.settings.mistakes.Mistake;
import io.goldenpath.settings.mistakes.SettingsException;
import io.goldenpath.settings.reader.Settings;
import io.goldenpath.settings.reader.SettingsReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
 * Reloads changed settings without a restart. A file is read once it has stopped changing; a wrong
 * one is rejected whole, and the settings before it stay active.
 */
public final class SettingsReloader implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(SettingsReloader.class);

  private final ConfigurableEnvironment environment;
  private final CurrentSettings current;
  private final InstantSource clock;
  private final Listener listener;
  private final WatchedFiles watchedFiles = new WatchedFiles();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("settings").daemon(true).factory());
  private Map<Path, WatchedFiles.FileState> lastRead;
  private Map<Path, WatchedFiles.FileState> lastSeen = Map.of();

  /** Listener to changed settings. */
  public interface Listener {

    void applied(Settings settings);

    void refused();
  }

  /** Nothing was read before {@code begin}: a file is read again that has changed since. */
  public SettingsReloader(
      ConfigurableEnvironment environment,
      CurrentSettings current,
      Instant begin,
      InstantSource clock,
      Listener listener) {
    this.environment = environment;
    this.current = current;
    this.clock = clock;
    this.listener = listener;
    watchedFiles.watch(FreshPropertySources.of(environment).files());
    watchedFiles.watch(current.settings().files());
    lastRead = readSince(begin);
  }

  /** None where one may have changed since it was read, nor where bundles have files of theirs. */
  private Map<Path, WatchedFiles.FileState> readSince(Instant begin) {
    Map<Path, WatchedFiles.FileState> now = watchedFiles.snapshot();
    boolean unchanged =
        current.settings().tlsBundles().isEmpty()
            && now.values().stream().allMatch(file -> file.changedBefore(begin));
    return unchanged ? now : Map.of();
  }

  public void start(Duration pause) {
    timer.scheduleWithFixedDelay(
        this::poll, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  public synchronized void poll() {
    try {
      Map<Path, WatchedFiles.FileState> now = watchedFiles.snapshot();
      if (!now.equals(lastRead) && now.equals(lastSeen)) {
        lastRead = now;
        reload();
      }
      lastSeen = now;
    } catch (RuntimeException fault) {
      logger.warn("Changed settings could not be applied", fault);
    }
  }

  private void reload() {
    Settings changed;
    try {
      FreshPropertySources fresh = FreshPropertySources.of(environment);
      watchedFiles.watch(fresh.files());
      changed = SettingsReader.read(fresh.sources(), watchedFiles::watch);
      checkTargets(changed);
    } catch (RuntimeException wrong) {
      refuse(SettingsException.of(wrong));
      return;
    }
    if (!changed.equals(current.settings()) || current.refusal().isPresent()) {
      listener.applied(changed);
      current.apply(changed, clock.instant());
    }
  }

  /** A volume that is swapped for an empty one must not make everything look well. */
  private void checkTargets(Settings changed) {
    if (changed.setups().isEmpty() && !current.settings().setups().isEmpty()) {
      throw new SettingsException(
          List.of(
              new Mistake(
                  "goldenpath.targets",
                  "",
                  "none is left of those that are watched; expected at least one, or a restart")));
    }
  }

  private void refuse(SettingsException wrong) {
    List<Mistake> mistakes = wrong.mistakes();
    boolean reported = current.refusal().filter(old -> old.mistakes().equals(mistakes)).isPresent();
    current.refuse(new CurrentSettings.Refusal(clock.instant(), mistakes));
    listener.refused();
    if (!reported) {
      logger.warn(
          "Changed settings rejected; the settings of {} stay active. {}",
          current.since(),
          wrong.getMessage());
    }
  }
}
