package io.goldenpath.contract.isolation;

import io.goldenpath.contract.isolation.MarkerMatch.Encoding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Markers in what one user received: those of others, and where the user's own code is. */
final class MarkerMatches {

  /** Of all users together. */
  private static final int BOUND = 100_000;

  private final UserGroup group;
  private final int recipient;
  private final Map<Integer, List<MarkerMatch>> others = new HashMap<>();
  private final BitSet ownCode = new BitSet();
  private final List<EncodedOwnMarker> encodedOwn = new ArrayList<>();
  private final int bound;
  private int count;

  private record EncodedOwnMarker(String text, List<Integer> positions) {}

  private MarkerMatches(UserGroup group, int recipient) {
    this.group = group;
    this.recipient = recipient;
    this.bound = BOUND / group.size();
  }

  static MarkerMatches of(
      UserGroup group, int recipient, MarkerIndex markers, MarkerScanner scanner) {
    MarkerMatches matches = new MarkerMatches(group, recipient);
    SplitMarkerScanner splitScanner = new SplitMarkerScanner(markers, scanner, matches::split);
    for (ReceivedFrame frame : group.user(recipient).received()) {
      int position = frame.position();
      if (frame.raw() != null) {
        scanner.scanText(
            frame.raw(), (marker, encoding) -> matches.whole(marker, encoding, position));
        splitScanner.scanFrame(frame.raw(), position);
      }
    }
    splitScanner.finish();
    matches.removePartialMatches();
    return matches;
  }

  List<MarkerMatch> in(ReceivedFrame frame) {
    return others.getOrDefault(frame.position(), List.of());
  }

  boolean ownCode(ReceivedFrame frame) {
    return ownCode.get(frame.position());
  }

  private void whole(Marker marker, Encoding encoding, int position) {
    if (own(marker)) {
      own(marker, List.of(position), encoding != Encoding.PLAIN);
    } else {
      add(new MarkerMatch(marker, encoding, List.of(position)));
    }
  }

  private void split(Marker marker, List<Integer> positions, boolean chance) {
    if (own(marker)) {
      own(marker, positions, true);
    } else if (!chance) {
      add(new MarkerMatch(marker, Encoding.SPLIT, positions));
    }
  }

  private void own(Marker marker, List<Integer> positions, boolean encoded) {
    if (encoded && encodedOwn.size() < bound) {
      encodedOwn.add(new EncodedOwnMarker(marker.text(), positions));
    }
    if (marker.owner() == recipient && marker.kind() == Marker.Kind.CODE) {
      positions.forEach(ownCode::set);
    }
  }

  private void add(MarkerMatch match) {
    List<MarkerMatch> here =
        others.computeIfAbsent(match.positions().getLast(), _ -> new ArrayList<>(1));
    if (count < bound && here.stream().noneMatch(known -> known.marker().equals(match.marker()))) {
      count++;
      here.add(match);
    }
  }

  private boolean own(Marker marker) {
    return marker.owner() != Marker.NO_OWNER && group.sameAccount(marker.owner(), recipient);
  }

  /** Another's id may be part of the user's own, whose whole only shows when decoded. */
  private void removePartialMatches() {
    for (EncodedOwnMarker own : encodedOwn) {
      for (int position : own.positions()) {
        List<MarkerMatch> here = others.get(position);
        if (here != null) {
          here.removeIf(other -> own.text().contains(other.marker().text()));
        }
      }
    }
  }
}
