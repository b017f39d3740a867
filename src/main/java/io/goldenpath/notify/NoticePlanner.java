package io.goldenpath.notify;

import io.goldenpath.incident.Incident;
import io.goldenpath.notify.message.NoticeIncident;
import io.goldenpath.notify.outbox.LedgerEntry;
import io.goldenpath.notify.outbox.Outbox.Posting;
import io.goldenpath.notify.outbox.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what is to be told now, from what is and what each receiver knows. It goes by these alone
 * and not by events, so that a restart loses nothing and repeats nothing.
 */
final class NoticePlanner {

  private final IncidentSource source;
  private final Predicate<String> behind;

  /** Since when a receiver has not heard of something. */
  private final Map<String, Instant> waiting = new HashMap<>();

  /** Incidents that are over for everybody; they stay on the board for a while. */
  private final Set<String> finished = new HashSet<>();

  /** What is to be written, and what is to be sent. */
  record Plan(List<LedgerEntry> ledger, List<Posting> postings) {}

  /** Nobody is reminded for whom messages wait already. */
  NoticePlanner(IncidentSource source, Predicate<String> waiting) {
    this.source = source;
    this.behind = waiting;
  }

  Plan plan(List<LedgerEntry> ledger, Audience audience, Instant now) {
    Map<String, LedgerEntry> known =
        ledger.stream().collect(Collectors.toMap(LedgerEntry::incident, entry -> entry));
    Map<String, LedgerEntry> changed = new LinkedHashMap<>();
    List<News> news = new ArrayList<>();
    List<Incident> incidents = incidents(known, changed);
    for (Incident incident : incidents) {
      LedgerEntry entry = entry(incident, known);
      changed.put(incident.id(), news(incident, entry, audience, now, news));
    }
    List<Posting> postings = flush(news, changed, audience, now);
    incidents.stream()
        .filter(incident -> incident.end() != null)
        .map(Incident::id)
        .filter(id -> Objects.requireNonNull(changed.get(id)).told().isEmpty())
        .forEach(finished::add);
    changed.values().removeIf(entry -> entry.equals(known.get(entry.incident())));
    return new Plan(List.copyOf(changed.values()), postings);
  }

  /** Those on the board, and those that receivers know of and that are elsewhere. */
  private List<Incident> incidents(
      Map<String, LedgerEntry> known, Map<String, LedgerEntry> changed) {
    List<Incident> current = source.current();
    Set<String> ids = current.stream().map(Incident::id).collect(Collectors.toSet());
    finished.retainAll(ids);
    List<Incident> elsewhere = new ArrayList<>();
    for (LedgerEntry entry : known.values()) {
      if (!ids.contains(entry.incident())) {
        source.find(entry.incident()).ifPresentOrElse(elsewhere::add, () -> gone(entry, changed));
      }
    }
    return Stream.concat(
            current.stream().filter(incident -> !finished.contains(incident.id())),
            elsewhere.stream())
        .toList();
  }

  /** It went on as another one, or was deleted. */
  private void gone(LedgerEntry entry, Map<String, LedgerEntry> changed) {
    if (source.complete()) {
      changed.put(
          entry.incident(),
          new LedgerEntry(entry.incident(), entry.probe(), entry.labels(), Map.of()));
    }
  }

  private LedgerEntry entry(Incident incident, Map<String, LedgerEntry> known) {
    LedgerEntry entry = known.get(incident.id());
    if (entry != null) {
      return entry;
    }
    Map<String, Told> told =
        known.values().stream()
            .filter(other -> other.probe().equals(incident.probe()))
            .filter(other -> incident.end() == null && continues(other))
            .findFirst()
            .map(LedgerEntry::told)
            .orElse(Map.of());
    return new LedgerEntry(incident.id(), incident.probe(), source.labels(incident.probe()), told);
  }

  /** Whether it is nowhere any more, and so goes on as another one of its probe. */
  private boolean continues(LedgerEntry entry) {
    return source.complete() && source.find(entry.incident()).isEmpty();
  }

  private LedgerEntry news(
      Incident incident, LedgerEntry entry, Audience audience, Instant now, List<News> news) {
    NoticeIncident told = source.now(incident, entry.labels());
    boolean muted = source.muted(incident);
    LedgerEntry heard = entry;
    Set<String> names = new HashSet<>(entry.told().keySet());
    names.retainAll(audience.receivers().keySet());
    if (!muted) {
      names.addAll(audience.of(told));
    }
    for (String name : entry.told().keySet()) {
      heard = names.contains(name) ? heard : heard.without(name);
    }
    for (String name : names) {
      Told before = Optional.ofNullable(entry.told().get(name)).orElse(Told.nothing(now));
      Duration remind = behind.test(name) ? null : audience.remind(name, told);
      News one = News.of(name, told, before, now, remind, muted);
      heard = one.moot() ? heard.without(name) : heard.with(name, before);
      if (!one.kinds().isEmpty()) {
        news.add(one);
      }
    }
    return heard;
  }

  /** What has waited long enough for others that are told in the same message. */
  private List<Posting> flush(
      List<News> news, Map<String, LedgerEntry> changed, Audience audience, Instant now) {
    Map<String, List<News>> byReceiver =
        news.stream().collect(Collectors.groupingBy(News::receiver));
    waiting.keySet().retainAll(byReceiver.keySet());
    List<Posting> postings = new ArrayList<>();
    byReceiver.forEach((name, some) -> {
      Instant since = waiting.computeIfAbsent(name, _ -> now);
      if (!since.plus(audience.settings().groupWait()).isAfter(now)) {
        waiting.remove(name);
        NoticeBatch batch = new NoticeBatch(name, some, now);
        batch.notices(changed.values()).stream()
            .filter(notice -> audience.takes(name, notice))
            .forEach(notice -> postings.add(new Posting(name, notice)));
        batch.tell(changed);
      }
    });
    return postings;
  }
}
