package io.goldenpath.notify;

import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.message.NoticeIncident;
import io.goldenpath.notify.message.NoticeKind;
import io.goldenpath.notify.outbox.LedgerEntry;
import io.goldenpath.notify.outbox.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** All that one receiver is told at one moment, in as few messages as it takes. */
final class NoticeBatch {

  private static final Comparator<NoticeIncident> WORST_FIRST =
      Comparator.comparing((NoticeIncident one) -> one.severity())
          .reversed()
          .thenComparing(one -> one.incident().startedAt())
          .thenComparing(one -> one.incident().probe().toString());

  private final String receiver;
  private final List<News> news;
  private final Instant now;

  /** Of the message that tells first of what is new. */
  private final String opening = UUID.randomUUID().toString();

  NoticeBatch(String receiver, List<News> news, Instant now) {
    this.receiver = receiver;
    this.news = news;
    this.now = now;
  }

  /** In the order in which they are sent. */
  List<Notice> notices(Collection<LedgerEntry> ledger) {
    List<Notice> all = new ArrayList<>();
    for (NoticeKind kind : NoticeKind.values()) {
      Map<String, List<News>> byThread =
          news.stream()
              .filter(one -> one.kinds().contains(kind))
              .collect(Collectors.groupingBy(this::thread, TreeMap::new, Collectors.toList()));
      byThread.forEach((thread, some) -> all.add(notice(kind, thread, some, ledger)));
    }
    return all;
  }

  /** Notes that it has been told all of it. */
  void tell(Map<String, LedgerEntry> ledger) {
    for (News one : news) {
      Told told = Told.all(thread(one), one.incident(), now);
      ledger.computeIfPresent(
          one.incident().incident().id(),
          (_, entry) ->
              one.kinds().contains(NoticeKind.RESOLVED)
                  ? entry.without(receiver)
                  : entry.with(receiver, told));
    }
  }

  private Notice notice(
      NoticeKind kind, String thread, List<News> some, Collection<LedgerEntry> ledger) {
    List<NoticeIncident> incidents = some.stream().map(News::incident).sorted(WORST_FIRST).toList();
    String id = kind == NoticeKind.OPENED ? thread : UUID.randomUUID().toString();
    return new Notice(id, kind, thread, now, incidents, others(kind, thread, incidents, ledger));
  }

  /** Of how many more of the thread it is not true. */
  private int others(
      NoticeKind kind,
      String thread,
      List<NoticeIncident> incidents,
      Collection<LedgerEntry> ledger) {
    Set<String> these =
        incidents.stream().map(one -> one.incident().id()).collect(Collectors.toSet());
    return (int)
        ledger.stream()
            .filter(entry -> !these.contains(entry.incident()))
            .map(entry -> entry.told().get(receiver))
            .filter(told -> told != null && Objects.equals(told.thread(), thread))
            .filter(told -> kind != NoticeKind.ACKNOWLEDGED || !told.acknowledged())
            .count();
  }

  private String thread(News one) {
    return Objects.requireNonNullElse(one.told().thread(), opening);
  }
}
