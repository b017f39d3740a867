package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.LEAK_CONTENT;
import static io.goldenpath.probe.FindingKind.LEAK_IDENTITY;
import static io.goldenpath.probe.FindingKind.LEAK_RESIDUE;
import static io.goldenpath.probe.FindingKind.LEAK_ROUTING;

import io.goldenpath.probe.FindingKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one user heard that is not the user's, each frame under the name of its cause. */
final class Strays {

  private final Company company;
  private final Belongings belongings;
  private final Collisions collisions;
  private final int hearer;
  private final Testimony testimony;
  private final List<Stray> all = new ArrayList<>();

  private Strays(Company company, Belongings belongings, Collisions collisions, int hearer) {
    this.company = company;
    this.belongings = belongings;
    this.collisions = collisions;
    this.hearer = hearer;
    this.testimony = company.user(hearer);
  }

  static List<Stray> of(
      Company company,
      Belongings belongings,
      Collisions collisions,
      int hearer,
      Sightings sightings) {
    Strays strays = new Strays(company, belongings, collisions, hearer);
    List<Utterance> heard = strays.testimony.heard();
    for (int place = 0; place < heard.size(); place++) {
      strays.read(heard.get(place), sightings.at(place));
    }
    return strays.all;
  }

  private void read(Utterance utterance, List<Sighting> content) {
    Integer owner = whole(utterance);
    boolean residue = false;
    for (Sighting sighting : content) {
      int whose = sighting.marker().owner();
      if (whose != Marker.NOBODY) {
        if (!(owner != null && company.same(owner, whose))
            && !collisions.between(hearer, whose, utterance)) {
          add(LEAK_CONTENT, whose, utterance, sighting);
        }
      } else if (!residue && remembered(utterance)) {
        residue = true;
        add(LEAK_RESIDUE, Marker.NOBODY, utterance, sighting);
      }
    }
    boolean told = owner != null || residue || !content.isEmpty();
    if (!told && utterance.event() != null && !belongings.ours(utterance, hearer)) {
      unasked(utterance);
    }
  }

  /** The user of another account whose frame this is as a whole, which then is a finding. */
  private @Nullable Integer whole(Utterance utterance) {
    Integer owner = belongings.owner(utterance, hearer);
    Integer named = company.named(utterance, hearer);
    if (named != null) {
      Integer exact = owner != null && company.same(owner, named) ? owner : named;
      add(LEAK_IDENTITY, exact, utterance, null);
      return exact;
    }
    if (owner != null) {
      add(LEAK_ROUTING, owner, utterance, null);
    }
    return owner;
  }

  /** An event of a run that is nobody's here, to one who has not asked. */
  private void unasked(Utterance utterance) {
    if (testimony.who().listener()) {
      add(LEAK_ROUTING, Marker.NOBODY, utterance, null);
    } else if (testimony.fresh(utterance)) {
      add(LEAK_RESIDUE, Marker.NOBODY, utterance, null);
    }
  }

  /** Codes of earlier sessions are the user's own memory once the user has asked. */
  private boolean remembered(Utterance utterance) {
    return testimony.who().listener() || testimony.fresh(utterance);
  }

  private void add(FindingKind kind, int owner, Utterance utterance, @Nullable Sighting sighting) {
    List<Integer> frames =
        sighting == null
            ? List.of(utterance.frame())
            : sighting.places().stream()
                .map(place -> testimony.heard().get(place).frame())
                .toList();
    all.add(new Stray(kind, hearer, owner, testimony.step(utterance), utterance, frames, sighting));
  }
}
