package io.goldenpath.incident;

import io.goldenpath.incident.Incident.State;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Verdict;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides when an incident of one probe begins and ends. Guarded by {@link IncidentBoard}.
 *
 * <p>It goes by the verdict after each run, not by its changes: so one that was open before a
 * restart, or while nothing was known, goes on.
 */
final class ProbeIncidents {

  private static final int REMEMBERED = 10;

  private final ProbeId probe;
  private final Releases releases;
  private final Deque<Incident> ended = new ArrayDeque<>();
  private List<JudgedRun> counted = List.of();
  private @Nullable Incident open;
  private @Nullable Instant firstUp;
  private @Nullable Incident endedAtFirstUp;

  ProbeIncidents(ProbeId probe, Releases releases) {
    this.probe = probe;
    this.releases = releases;
  }

  /** The incident where the run begins, changes or ends one. */
  Optional<Incident> after(JudgedRun run, Judgement judgement) {
    count(run, judgement.counted());
    Incident before = open;
    if (judgement.verdict() == Verdict.UP) {
      open = null;
      Optional<Incident> over = Optional.ofNullable(before).map(known -> recovered(known, run));
      over.ifPresent(ended::addFirst);
      up(run, over.orElse(null));
      return over;
    }
    if (before != null) {
      open = before.after(run, judgement.verdict());
    } else if (judgement.outage() && run.bad()) {
      open = begin(run, judgement);
    }
    return open().filter(after -> !after.equals(before));
  }

  /** The open one, where it has this id. */
  Optional<Incident> acknowledge(String id, Incident.Acknowledgement by) {
    Optional<Incident> acknowledged =
        open().filter(incident -> incident.id().equals(id)).map(known -> known.acknowledged(by));
    acknowledged.ifPresent(incident -> open = incident);
    return acknowledged;
  }

  /** One that was open before the start; what has been seen since comes on top of it. */
  Incident restore(Incident stored) {
    Incident whole = continuation().map(stored::joined).orElse(stored);
    if (firstUp == null) {
      open = whole;
      return whole;
    }
    Incident over = whole.end() == null ? whole.ended(firstUp, State.RECOVERED) : whole;
    ended.remove(endedAtFirstUp);
    ended.addLast(over);
    return over;
  }

  /** What one that was open before the start has gone on as, while nobody knew of it. */
  Optional<Incident> continuation() {
    return Optional.ofNullable(firstUp == null ? open : endedAtFirstUp);
  }

  /** Runs that spoke against the verdict before the start, unless others have ended since. */
  void restore(List<JudgedRun> suspects) {
    if (counted.isEmpty()) {
      counted = List.copyOf(suspects);
    }
  }

  /** The probe is watched no longer. */
  Optional<Incident> remove(Instant now) {
    return open().map(incident -> incident.ended(now, State.REMOVED));
  }

  Optional<Incident> open() {
    return Optional.ofNullable(open);
  }

  /** The open one and the last that ended. */
  Stream<Incident> all() {
    return Stream.concat(Stream.ofNullable(open), ended.stream());
  }

  /** The last runs, where one of them may yet turn out to be the first of an incident. */
  List<JudgedRun> suspects() {
    return open == null && counted.stream().anyMatch(JudgedRun::votesAgainst) ? counted : List.of();
  }

  private void count(JudgedRun run, int most) {
    List<JudgedRun> all = new ArrayList<>(counted);
    all.add(run);
    counted = List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
  }

  private Incident begin(JudgedRun last, Judgement judgement) {
    String id = UUID.randomUUID().toString();
    Incident begun = Incident.begin(id, probe, badSeries(last), judgement);
    return begun.ofRelease(releases.of(probe.target(), begun.startedAt()).orElse(null));
  }

  private List<JudgedRun> badSeries(JudgedRun last) {
    return last.votesAgainst()
        ? counted.stream().filter(JudgedRun::votesAgainst).toList()
        : List.of(last);
  }

  private static Incident recovered(Incident before, JudgedRun last) {
    Incident incident = before.after(last, Verdict.UP);
    Instant goodSince = incident.runs().goodSince();
    return incident.ended(goodSince == null ? last.endedAt() : goodSince, State.RECOVERED);
  }

  private void up(JudgedRun run, @Nullable Incident over) {
    if (firstUp == null) {
      firstUp = run.endedAt();
      endedAtFirstUp = over;
    }
    if (ended.size() > REMEMBERED) {
      ended.removeLast();
    }
  }
}
