package io.goldenpath.notify;

import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.message.NoticeKind;
import io.goldenpath.notify.outbox.LedgerEntry;
import io.goldenpath.notify.outbox.Outbox;
import io.goldenpath.notify.outbox.Outbox.Posting;
import io.goldenpath.notify.outbox.Told;
import io.goldenpath.notify.receiver.Receivers;
import io.goldenpath.settings.notify.NotifySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the receivers of the settings in force what they have not heard yet. */
public final class Notifier {

  private static final Logger logger = LoggerFactory.getLogger(Notifier.class);

  /** So long a history that does not open keeps everybody from hearing. */
  private static final Duration LONGEST_RESTORE = Duration.ofSeconds(30);

  private static final Duration REFRESH = Duration.ofMinutes(1);

  private final Supplier<NotifySettings> settings;
  private final Outbox outbox;
  private final Receivers receivers;
  private final IncidentSource source;
  private final NoticePlanner planner;
  private final Deliveries deliveries;
  private final InstantSource clock;
  private final Instant begun;
  private volatile Audience audience = new Audience(NotifySettings.NONE, Map.of());
  private Instant refreshed = Instant.MIN;

  /** What is sent is sent by this executor. */
  public Notifier(
      Supplier<NotifySettings> settings,
      Outbox outbox,
      IncidentSource source,
      Receivers receivers,
      Executor executor,
      InstantSource clock) {
    this.settings = settings;
    this.outbox = outbox;
    this.source = source;
    this.receivers = receivers;
    this.clock = clock;
    this.begun = clock.instant();
    this.planner = new NoticePlanner(source, name -> outbox.waiting(name) > 0);
    this.deliveries = new Deliveries(outbox, executor, clock);
  }

  /** Plans what is to be told now and begins to send what is due; to be called often. */
  public synchronized void runOnce() {
    Instant now = clock.instant();
    if (!outbox.restored() && begun.plus(LONGEST_RESTORE).isAfter(now)) {
      return;
    }
    audience = current();
    NoticePlanner.Plan plan = planner.plan(outbox.entries(), audience, now);
    commit(plan.ledger(), plan.postings());
    if (!refreshed.plus(REFRESH).isAfter(now)) {
      refreshed = now;
      commit(List.of(), refreshments(now));
    }
    deliveries.start(audience.receivers());
  }

  /** Names of the receivers. */
  public Set<String> receivers() {
    return audience.receivers().keySet();
  }

  /** Whether this receiver did not take the last message. */
  public boolean failing(String receiver) {
    return deliveries.status(receiver).failing();
  }

  /** How many messages wait for this receiver. */
  public int waiting(String receiver) {
    return outbox.waiting(receiver);
  }

  /** How many messages to this receiver were given up. */
  public long givenUp(String receiver) {
    return deliveries.status(receiver).givenUp();
  }

  private Audience current() {
    NotifySettings wanted = settings.get();
    if (wanted.equals(audience.settings())) {
      return audience;
    }
    Set<String> gone = new HashSet<>(outbox.receivers());
    gone.removeAll(wanted.receivers().keySet());
    for (String name : gone) {
      int dropped = outbox.forget(name);
      if (dropped > 0) {
        logger.warn("{} messages to '{}' are dropped: it is no receiver any more", dropped, name);
      }
    }
    return new Audience(wanted, receivers.of(wanted));
  }

  private void commit(List<LedgerEntry> ledger, List<Posting> postings) {
    if (!ledger.isEmpty() || !postings.isEmpty()) {
      outbox
          .commit(ledger, postings)
          .forEach(name -> deliveries.gaveUp(name, "too many wait, and this was the oldest"));
    }
  }

  /** For those that forget what they are not told again, unless they have enough to hear. */
  private List<Posting> refreshments(Instant now) {
    return audience.receivers().keySet().stream()
        .filter(name -> outbox.waiting(name) == 0)
        .map(name -> new Posting(name, refreshment(name, now)))
        .filter(posting ->
            !posting.notice().incidents().isEmpty()
                && audience.takes(posting.receiver(), posting.notice()))
        .toList();
  }

  private Notice refreshment(String receiver, Instant now) {
    String id = UUID.randomUUID().toString();
    Map<String, LedgerEntry> told =
        outbox.entries().stream()
            .filter(entry -> hasBeenTold(entry.told().get(receiver)))
            .collect(Collectors.toMap(LedgerEntry::incident, entry -> entry));
    return new Notice(
        id,
        NoticeKind.REFRESHED,
        id,
        now,
        source.current().stream()
            .filter(incident -> incident.end() == null && told.containsKey(incident.id()))
            .map(incident ->
                source.now(incident, Objects.requireNonNull(told.get(incident.id())).labels()))
            .toList(),
        0);
  }

  private static boolean hasBeenTold(@Nullable Told told) {
    return told != null && !told.pending();
  }
}
