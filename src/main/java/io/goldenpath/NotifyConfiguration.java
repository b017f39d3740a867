package io.goldenpath;

import io.goldenpath.incident.IncidentBoard;
import io.goldenpath.incident.storage.IncidentSearch;
import io.goldenpath.maintenance.MaintenanceBoard;
import io.goldenpath.metrics.NotifyMeters;
import io.goldenpath.notify.IncidentSource;
import io.goldenpath.notify.Notifier;
import io.goldenpath.notify.outbox.Outbox;
import io.goldenpath.notify.outbox.OutboxStorage;
import io.goldenpath.notify.receiver.NoticeClient;
import io.goldenpath.notify.receiver.Receivers;
import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.settings.reader.Settings;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Wires those who are told of incidents. */
@Configuration(proxyBeanMethods = false)
class NotifyConfiguration {

  /** A receiver that takes longer is asked again. */
  static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

  @Bean
  Outbox outbox() {
    return new Outbox();
  }

  @Bean
  @Order(Integer.MAX_VALUE)
  OutboxStorage outboxStorage(Outbox outbox) {
    return new OutboxStorage(outbox);
  }

  @Bean
  IncidentSource incidentSource(
      IncidentBoard board,
      IncidentSearch search,
      VerdictBoard verdicts,
      MaintenanceBoard maintenance) {
    return new IncidentSource(board, search, verdicts, maintenance);
  }

  @Bean
  NoticeClient noticeClient(InstantSource clock) {
    return new NoticeClient(MonitorVersion.userAgent(), LONGEST_ANSWER, clock);
  }

  @Bean
  NotifierLoop notifierLoop(
      CurrentSettings current,
      Outbox outbox,
      IncidentSource source,
      NoticeClient client,
      NotifyMeters meters,
      InstantSource clock) {
    ExecutorService senders =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("notify-", 0).factory());
    return new NotifierLoop(
        new Notifier(
            () -> current.settings().telling(),
            outbox,
            source,
            new Receivers(current.settings().location(), client, LONGEST_ANSWER, clock),
            senders,
            clock),
        meters,
        senders);
  }

  @Bean
  NotifyMeters notifyMeters(MeterRegistry registry, Settings settings) {
    return new NotifyMeters(registry, settings.location());
  }

  /**
   * Has everybody told on threads of its own. It ends before the history is closed, or what has
   * been told would not be noted.
   */
  static final class NotifierLoop implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(NotifierLoop.class);
    private static final int PAUSE_MILLIS = 250;
    private static final Duration LAST_WAIT = Duration.ofSeconds(3);

    private final Notifier notifier;
    private final NotifyMeters meters;
    private final ExecutorService senders;
    private final ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("notify").daemon(true).factory());
    private volatile boolean running;

    NotifierLoop(Notifier notifier, NotifyMeters meters, ExecutorService senders) {
      this.notifier = notifier;
      this.meters = meters;
      this.senders = senders;
    }

    @Override
    public void start() {
      running = true;
      thread.scheduleWithFixedDelay(this::runOnce, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void runOnce() {
      try {
        notifier.runOnce();
        meters.receivers(notifier.receivers(), this::deliveries);
      } catch (RuntimeException | Error ours) {
        logger.error("Nobody could be told of incidents this time; it is tried again", ours);
      }
    }

    private NotifyMeters.DeliveryState deliveries(String receiver) {
      return new NotifyMeters.DeliveryState(
          notifier.failing(receiver), notifier.waiting(receiver), notifier.givenUp(receiver));
    }

    @Override
    public void stop() {
      running = false;
      thread.shutdown();
      senders.shutdown();
      try {
        if (!senders.awaitTermination(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
          senders.shutdownNow();
        }
      } catch (InterruptedException _) {
        senders.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public boolean isRunning() {
      return running;
    }
  }
}
