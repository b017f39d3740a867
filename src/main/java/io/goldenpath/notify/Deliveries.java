package io.goldenpath.notify;

import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.outbox.Outbox;
import io.goldenpath.notify.outbox.QueuedNotice;
import io.goldenpath.notify.receiver.DeliveryResult;
import io.goldenpath.notify.receiver.DeliveryResult.Delivered;
import io.goldenpath.notify.receiver.DeliveryResult.Postponed;
import io.goldenpath.notify.receiver.DeliveryResult.Refused;
import io.goldenpath.notify.receiver.Receiver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits, one message at a time to each receiver and in their order. One that cannot be
 * told keeps nobody else from hearing.
 */
final class Deliveries {

  private static final Logger logger = LoggerFactory.getLogger(Deliveries.class);

  /** What is older helps nobody any more. */
  private static final Duration OLDEST = Duration.ofDays(1);

  /** So long a message waits to be stored first, so that a kill repeats it with the same id. */
  private static final Duration LONGEST_UNSTORED = Duration.ofSeconds(3);

  private static final String OUR_FAULT = "the monitor itself was at fault";

  private final Outbox outbox;
  private final Executor executor;
  private final InstantSource clock;
  private final Map<String, ReceiverStatus> statuses = new ConcurrentHashMap<>();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  Deliveries(Outbox outbox, Executor executor, InstantSource clock) {
    this.outbox = outbox;
    this.executor = executor;
    this.clock = clock;
  }

  /** Begins what is due. */
  void start(Map<String, Receiver> receivers) {
    statuses.keySet().retainAll(receivers.keySet());
    Instant now = clock.instant();
    receivers.forEach((name, receiver) -> {
      if (!status(name).notBefore().isAfter(now) && busy.add(name)) {
        outbox
            .next(name)
            .filter(next -> outbox.stored(next) || waitedToBeStored(next, now))
            .ifPresentOrElse(
                next -> executor.execute(() -> attempt(next, receiver)), () -> busy.remove(name));
      }
    });
  }

  ReceiverStatus status(String receiver) {
    return statuses.getOrDefault(receiver, ReceiverStatus.FRESH);
  }

  /** Something was given up before it could be sent. */
  void gaveUp(String receiver, String why) {
    statuses.merge(receiver, ReceiverStatus.FRESH.gaveUp(why), (known, _) -> known.gaveUp(why));
    logger.warn("A message to the receiver '{}' is given up: {}", receiver, why);
  }

  private void attempt(QueuedNotice next, Receiver receiver) {
    try {
      ended(next, receiver.deliver(next.notice().sentAt(clock.instant())));
    } catch (InterruptedException _) {
      // it is sent again after the next start
      Thread.currentThread().interrupt();
    } catch (RuntimeException ours) {
      logger.error("A message to the receiver '{}' could not be made", next.receiver(), ours);
      ended(next, new Refused(OUR_FAULT));
    } catch (Error ours) {
      // such as too little memory, which may pass
      logger.error("A message to the receiver '{}' could not be sent", next.receiver(), ours);
      ended(next, new Postponed(OUR_FAULT, null));
    } finally {
      busy.remove(next.receiver());
    }
  }

  private void ended(QueuedNotice next, DeliveryResult result) {
    String name = next.receiver();
    ReceiverStatus before = status(name);
    switch (result) {
      case Delivered _ -> {
        outbox.remove(next);
        statuses.put(name, before.delivered());
        if (before.failing()) {
          logger.info("The receiver '{}' takes messages again", name);
        }
      }
      case Postponed postponed when tooOld(next.notice()) -> {
        outbox.remove(next);
        gaveUp(name, "it has waited for a day (%s)".formatted(postponed.said()));
      }
      case Postponed postponed -> {
        statuses.put(name, before.postponed(postponed, clock.instant()));
        if (!before.failing()) {
          logger.warn(
              "The receiver '{}' does not take messages: {}. They wait for it",
              name,
              result.said());
        }
      }
      case Refused _ -> {
        outbox.remove(next);
        gaveUp(name, result.said());
      }
    }
  }

  private static boolean waitedToBeStored(QueuedNotice next, Instant now) {
    return !next.notice().at().plus(LONGEST_UNSTORED).isAfter(now);
  }

  private boolean tooOld(Notice notice) {
    return notice.at().plus(OLDEST).isBefore(clock.instant());
  }
}
