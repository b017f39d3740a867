package io.goldenpath.contract;

import io.goldenpath.contract.Sighting.Spelling;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which markers are in what one user heard: those of others, and where the user's own code is. */
final class Sightings {

  /** So many are kept of all users together. */
  private static final int BOUND = 100_000;

  private final Company company;
  private final int hearer;
  private final Map<Integer, List<Sighting>> others = new HashMap<>();
  private final BitSet ownCode = new BitSet();
  private final List<Veiled> veiled = new ArrayList<>();
  private final int bound;
  private int count;

  /** The user's own marker, not written plainly. */
  private record Veiled(String text, List<Integer> places) {}

  private Sightings(Company company, int hearer) {
    this.company = company;
    this.hearer = hearer;
    this.bound = BOUND / company.size();
  }

  static Sightings of(Company company, int hearer, Markers markers, Lookout lookout) {
    Sightings sightings = new Sightings(company, hearer);
    Seams seams = new Seams(markers, lookout, sightings::split);
    List<Utterance> heard = company.user(hearer).heard();
    for (int place = 0; place < heard.size(); place++) {
      String raw = heard.get(place).raw();
      if (raw != null) {
        int here = place;
        lookout.read(raw, (marker, spelling) -> sightings.whole(marker, spelling, here));
        seams.read(raw, place);
      }
    }
    seams.end();
    sightings.withoutParts();
    return sightings;
  }

  /** Markers of others in the frame at this place. */
  List<Sighting> at(int place) {
    return others.getOrDefault(place, List.of());
  }

  /** Whether the user's own code is in the frame at this place. */
  boolean ownCode(int place) {
    return ownCode.get(place);
  }

  private void whole(Marker marker, Spelling spelling, int place) {
    if (own(marker)) {
      own(marker, List.of(place), spelling != Spelling.PLAIN);
    } else {
      add(new Sighting(marker, spelling, List.of(place)));
    }
  }

  private void split(Marker marker, List<Integer> places, boolean chance) {
    if (own(marker)) {
      own(marker, places, true);
    } else if (!chance) {
      add(new Sighting(marker, Spelling.SPLIT, places));
    }
  }

  private void own(Marker marker, List<Integer> places, boolean veils) {
    if (veils && veiled.size() < bound) {
      veiled.add(new Veiled(marker.text(), places));
    }
    if (marker.owner() == hearer && marker.kind() == Marker.Kind.CODE) {
      places.forEach(ownCode::set);
    }
  }

  private void add(Sighting sighting) {
    List<Sighting> here =
        others.computeIfAbsent(sighting.places().getLast(), _ -> new ArrayList<>(1));
    if (count < bound && here.stream().noneMatch(seen -> seen.marker().equals(sighting.marker()))) {
      count++;
      here.add(sighting);
    }
  }

  private boolean own(Marker marker) {
    return marker.owner() != Marker.NOBODY && company.same(marker.owner(), hearer);
  }

  /** Another's id may be a part of the user's own, which only reads as a whole when unveiled. */
  private void withoutParts() {
    for (Veiled own : veiled) {
      for (int place : own.places()) {
        List<Sighting> here = others.get(place);
        if (here != null) {
          here.removeIf(other -> own.text().contains(other.marker().text()));
        }
      }
    }
  }
}
