package io.goldenpath.notify.outbox;

import io.goldenpath.notify.message.Notice;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Messages that wait, for each receiver in their order, and what each has been told. Both change
 * together, and what has changed waits here to be stored.
 */
public final class Outbox {

  /** Bound on what waits for one receiver. */
  static final int MOST = 1_000;

  private final Map<String, LedgerEntry> ledger = new LinkedHashMap<>();
  private final Map<String, Deque<QueuedNotice>> queues = new HashMap<>();
  private final UnstoredChanges<String, LedgerEntry> ledgerChanges = new UnstoredChanges<>();
  private final UnstoredChanges<Long, QueuedNotice> queueChanges = new UnstoredChanges<>();
  private long number;
  private boolean restored;

  /** A message to this receiver. */
  public record Posting(String receiver, Notice notice) {}

  /** What is to be stored: by its key a row, or none where it is deleted. */
  record Changes(
      Map<String, Optional<LedgerEntry>> ledger, Map<Long, Optional<QueuedNotice>> queue) {

    boolean none() {
      return ledger.isEmpty() && queue.isEmpty();
    }
  }

  /** What was stored comes before what is new. */
  synchronized void restore(List<LedgerEntry> entries, List<QueuedNotice> notices) {
    entries.forEach(entry -> {
      ledger.putIfAbsent(entry.incident(), entry);
      ledgerChanges.found(entry.incident());
    });
    Map<String, Deque<QueuedNotice>> fresh = new HashMap<>(queues);
    queues.clear();
    // none of these is stored yet, and their numbers may be those of others that are
    queueChanges.clear();
    notices.forEach(notice -> {
      queue(notice.receiver()).add(notice);
      queueChanges.found(notice.number());
      number = Math.max(number, notice.number());
    });
    fresh.values().stream()
        .flatMap(Collection::stream)
        .forEach(notice -> add(numbered(notice.receiver(), notice.notice())));
    restored = true;
  }

  /** Whether what an earlier process has told is known. */
  public synchronized boolean restored() {
    return restored;
  }

  public synchronized List<LedgerEntry> entries() {
    return List.copyOf(ledger.values());
  }

  /** One who knows of nothing any more is forgotten. Returns the receivers that get too much. */
  public synchronized Set<String> commit(Collection<LedgerEntry> entries, List<Posting> postings) {
    for (LedgerEntry entry : entries) {
      if (entry.told().isEmpty()) {
        ledger.remove(entry.incident());
        ledgerChanges.delete(entry.incident());
      } else if (!entry.equals(ledger.put(entry.incident(), entry))) {
        ledgerChanges.put(entry.incident(), entry);
      }
    }
    Set<String> full = new TreeSet<>();
    for (Posting posting : postings) {
      if (add(numbered(posting.receiver(), posting.notice()))) {
        full.add(posting.receiver());
      }
    }
    return full;
  }

  /** The message that this receiver is to get next. */
  public synchronized Optional<QueuedNotice> next(String receiver) {
    return Optional.ofNullable(queue(receiver).peek());
  }

  /** Whether it outlives this process. */
  public synchronized boolean stored(QueuedNotice notice) {
    return restored && !queueChanges.has(notice.number());
  }

  /** It waits no longer, whatever number it has got meanwhile. */
  public synchronized void remove(QueuedNotice notice) {
    queue(notice.receiver())
        .removeIf(waiting -> {
          boolean found = waiting.notice().id().equals(notice.notice().id());
          if (found) {
            queueChanges.delete(waiting.number());
          }
          return found;
        });
  }

  /** How many messages wait for this receiver. */
  public synchronized int waiting(String receiver) {
    return queue(receiver).size();
  }

  /** Receivers for which anything waits. */
  public synchronized Set<String> receivers() {
    return Set.copyOf(queues.keySet());
  }

  /** Nothing waits for it any more. Returns how much did. */
  public synchronized int forget(String receiver) {
    Deque<QueuedNotice> gone = queues.remove(receiver);
    if (gone == null) {
      return 0;
    }
    gone.forEach(notice -> queueChanges.delete(notice.number()));
    return gone.size();
  }

  synchronized Changes changes() {
    return new Changes(ledgerChanges.take(), queueChanges.take());
  }

  synchronized void stored(Changes changes) {
    ledgerChanges.stored(changes.ledger());
    queueChanges.stored(changes.queue());
  }

  /** Whether the oldest one had to go. */
  private boolean add(QueuedNotice notice) {
    Deque<QueuedNotice> queue = queue(notice.receiver());
    boolean full = queue.size() >= MOST;
    if (full) {
      queueChanges.delete(queue.remove().number());
    }
    queue.add(notice);
    queueChanges.put(notice.number(), notice);
    return full;
  }

  private QueuedNotice numbered(String receiver, Notice notice) {
    return new QueuedNotice(++number, receiver, notice);
  }

  private Deque<QueuedNotice> queue(String receiver) {
    return queues.computeIfAbsent(receiver, _ -> new ArrayDeque<>());
  }
}
