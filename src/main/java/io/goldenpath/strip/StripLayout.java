package io.goldenpath.strip;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Layout of stations on a line from 0 to 1, to scale where there is room. */
final class StripLayout {

  private StripLayout() {}

  static List<Double> positions(List<Station> stations, List<Double> gaps) {
    return separated(interpolated(knots(stations)), minimumOffsets(gaps));
  }

  /** How far behind the first each station stands at least, which never exceeds the line. */
  private static List<Double> minimumOffsets(List<Double> gaps) {
    double all = gaps.stream().mapToDouble(Double::doubleValue).sum();
    double fitting = all > 1 ? 1 / all : 1;
    List<Double> sums = new ArrayList<>(List.of(0.0));
    gaps.forEach(gap -> sums.add(sums.getLast() + gap * fitting));
    return sums;
  }

  /** Places that are given: all moments to scale, and the end of the line for what has none. */
  private static List<Knot> knots(List<Station> stations) {
    int last = stations.size() - 1;
    List<Knot> timed = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      Duration at = stations.get(i).at();
      if (at != null) {
        timed.add(new Knot(i, at.toNanos()));
      }
    }
    double longest = timed.stream().mapToDouble(Knot::place).max().orElse(1);
    int behind = timed.isEmpty() ? last : last - timed.getLast().index();
    double scale = (1 - behind / (2.0 * stations.size())) / Math.max(1, longest);
    List<Knot> knots = new ArrayList<>();
    knots.add(new Knot(timed.isEmpty() ? 0 : -1, 0));
    timed.forEach(knot -> knots.add(new Knot(knot.index(), knot.place() * scale)));
    if (behind > 0) {
      knots.add(new Knot(last, 1));
    }
    return knots;
  }

  private static List<Double> interpolated(List<Knot> knots) {
    List<Double> places = new ArrayList<>();
    Knot from = knots.getFirst();
    if (from.index() == 0) {
      places.add(from.place());
    }
    for (Knot to : knots.subList(1, knots.size())) {
      double stride = (to.place() - from.place()) / (to.index() - from.index());
      for (int i = from.index() + 1; i <= to.index(); i++) {
        places.add(from.place() + stride * (i - from.index()));
      }
      from = to;
    }
    return places;
  }

  /** The least movement that keeps order and gaps, by pooling adjacent violators. */
  private static List<Double> separated(List<Double> ideal, List<Double> least) {
    Deque<Pool> pools = new ArrayDeque<>();
    for (int i = 0; i < ideal.size(); i++) {
      Pool pool = new Pool(ideal.get(i) - least.get(i), 1);
      while (!pools.isEmpty() && pools.peekLast().mean() >= pool.mean()) {
        pool = pools.removeLast().with(pool);
      }
      pools.addLast(pool);
    }
    double room = Math.max(0, 1 - least.get(Math.max(0, ideal.size() - 1)));
    List<Double> places = new ArrayList<>();
    for (Pool pool : pools) {
      for (int i = 0; i < pool.count(); i++) {
        places.add(Math.clamp(pool.mean(), 0, room) + least.get(places.size()));
      }
    }
    return places;
  }

  private record Knot(int index, double place) {}

  private record Pool(double sum, int count) {

    double mean() {
      return sum / count;
    }

    Pool with(Pool other) {
      return new Pool(sum + other.sum, count + other.count);
    }
  }
}
