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
  private final List<MarkerMatch> encodedOwn = new ArrayList<>();
  private final int bound;
  private int count;

  private MarkerMatches(UserGroup group, int recipient) {
    this.group = group;
    this.recipient = recipient;
    this.bound = BOUND / group.size();
  }

  static MarkerMatches of(
      UserGroup group, int recipient, MarkerIndex markers, MarkerScanner scanner) {
    MarkerMatches matches = new MarkerMatches(group, recipient);
    SplitMarkerScanner splitScanner = new SplitMarkerScanner(markers, scanner, matches::add);
    for (ReceivedFrame frame : group.user(recipient).received()) {
      int position = frame.position();
      if (frame.raw() != null) {
        scanner.scanText(
            frame.raw(),
            (marker, encoding) ->
                matches.add(new MarkerMatch(marker, encoding, List.of(position))));
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

  private void add(MarkerMatch match) {
    Marker marker = match.marker();
    if (marker.owner() != Marker.NO_OWNER && group.sameAccount(marker.owner(), recipient)) {
      addOwn(match);
    } else if (match.encoding() != Encoding.CHANCE && count < bound) {
      List<MarkerMatch> here =
          others.computeIfAbsent(match.positions().getLast(), _ -> new ArrayList<>(1));
      if (here.stream().noneMatch(known -> known.marker().equals(marker))) {
        count++;
        here.add(match);
      }
    }
  }

  private void addOwn(MarkerMatch match) {
    if (match.encoding() != Encoding.PLAIN && encodedOwn.size() < bound) {
      encodedOwn.add(match);
    }
    if (match.marker().owner() == recipient && match.marker().kind() == Marker.Kind.CODE) {
      match.positions().forEach(ownCode::set);
    }
  }

  /** Another's id may be part of the user's own, whose whole only shows when decoded. */
  private void removePartialMatches() {
    for (MarkerMatch own : encodedOwn) {
      for (int position : own.positions()) {
        others
            .getOrDefault(position, new ArrayList<>())
            .removeIf(other -> own.marker().text().contains(other.marker().text()));
      }
    }
  }
}
