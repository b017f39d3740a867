package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.DIVERTED;
import static io.goldenpath.probe.FindingKind.LEAK_IDENTITY;
import static io.goldenpath.probe.FindingKind.LEAK_ID_COLLISION;
import static io.goldenpath.probe.FindingKind.UNEXPECTED_EVENT;

import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is found between users. */
final class JointDocket {

  static final int BOUND = 1_000;

  private static final int FRAMES = 50;

  private final Company company;
  private final JointWords words;
  private final long start;
  private final List<Finding> findings = new ArrayList<>();
  private int more;

  JointDocket(Company company, long start) {
    this.company = company;
    this.words = new JointWords(company);
    this.start = start;
  }

  /** As many as are told; the last says how many there are besides. */
  List<Finding> findings() {
    List<Finding> told = new ArrayList<>(findings);
    if (more > 0) {
      Finding last = told.removeLast();
      String message = "%s (and %d more findings between users)".formatted(last.message(), more);
      told.add(Finding.of(last.kind(), last.step(), last.slot(), message, last.evidence()));
    }
    return told;
  }

  /** Frames of one owner that came to one user in one step. */
  void strays(Stray.Group group, List<Stray> strays) {
    Stray first = strays.getFirst();
    Words said = words.strays(group, strays);
    Evidence.Other home = group.owner() == Marker.NOBODY ? null : home(first);
    add(
        Finding.of(
            group.kind(),
            group.step(),
            company.slot(group.hearer()),
            said.message(),
            evidence(said, first.utterance().nanos(), frames(strays), home)));
  }

  void diverted(Diversion diversion) {
    Words said = words.diverted(diversion);
    List<Integer> shadowed =
        diversion.shadows().stream()
            .flatMap(shadow -> shadow.evidence().frames().stream())
            .distinct()
            .limit(FRAMES)
            .toList();
    Evidence evidence =
        new Evidence(
            said.expected(),
            said.seen(),
            diversion.shadows().getFirst().evidence().at(),
            shadowed.isEmpty() ? asked(diversion.victim()) : shadowed,
            new Evidence.Other(company.slot(diversion.hearer()), frames(diversion.strays())));
    add(
        Finding.of(
            DIVERTED,
            diversion.step(),
            company.slot(diversion.victim()),
            said.message(),
            evidence));
  }

  void collision(List<Integer> users, List<Collisions.Collision> ids) {
    Words said = words.collision(users, ids);
    Collisions.Collision first = ids.getFirst();
    Evidence evidence =
        evidence(
            said,
            first.places().getFirst().nanos(),
            frames(ids, 0),
            new Evidence.Other(company.slot(users.get(1)), frames(ids, 1)));
    add(
        Finding.of(
            LEAK_ID_COLLISION,
            first.step(),
            company.slot(users.getFirst()),
            said.message(),
            evidence));
  }

  /** That not everything was looked at which users heard, where that is so. */
  Optional<Finding> unheard() {
    return company.all().stream()
        .filter(user -> user.unheard() > 0)
        .max(Comparator.comparingInt(Testimony::unheard))
        .map(most -> {
          Words said = words.unheard(most);
          long nanos = most.heard().getLast().nanos();
          return Finding.of(
                  UNEXPECTED_EVENT,
                  most.asked() == 0 ? Step.WELCOME : Step.EVENTS,
                  most.slot(),
                  said.message(),
                  evidence(said, nanos, List.of(), null))
              .as(Severity.INFO);
        });
  }

  private void add(Finding finding) {
    if (findings.size() < BOUND) {
      findings.add(finding);
    } else {
      more++;
    }
  }

  private Evidence evidence(
      Words said, long nanos, List<Integer> frames, Evidence.@Nullable Other other) {
    return new Evidence(
        said.expected(), said.seen(), Duration.ofNanos(nanos - start), frames, other);
  }

  /** Where the owner has what strayed: an id in the welcome, all else in the question. */
  private Evidence.Other home(Stray stray) {
    Sighting sighting = stray.sighting();
    boolean id =
        sighting == null
            ? stray.kind() == LEAK_IDENTITY
            : sighting.marker().kind() != Marker.Kind.CODE;
    int welcome = company.user(stray.owner()).ready();
    return new Evidence.Other(
        company.slot(stray.owner()), id && welcome > 0 ? List.of(welcome) : asked(stray.owner()));
  }

  private List<Integer> asked(int user) {
    int asked = company.user(user).asked();
    return asked > 0 ? List.of(asked) : List.of();
  }

  private static List<Integer> frames(List<Stray> strays) {
    return strays.stream()
        .flatMap(stray -> stray.frames().stream())
        .distinct()
        .limit(FRAMES)
        .toList();
  }

  private static List<Integer> frames(List<Collisions.Collision> ids, int user) {
    return ids.stream().map(id -> id.places().get(user).frame()).distinct().toList();
  }
}
