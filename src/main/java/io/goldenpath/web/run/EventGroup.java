package io.goldenpath.web.run;

import io.goldenpath.model.run.EventArrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events of one name that came one after the other.
 *
 * @param occurrence Which group of that name it is, from 1: by this it is found in another run.
 * @param before When the event before them came, or the message was sent, since the run's start.
 */
record EventGroup(String name, int occurrence, Duration before, List<EventArrival> arrivals) {

  /** Beyond so many they are not told apart. */
  private static final int MAX_GROUPS = 60;

  static List<EventGroup> of(List<EventArrival> events, Duration sent) {
    List<EventGroup> groups = new ArrayList<>();
    Map<String, Integer> occurrences = new HashMap<>();
    Duration before = sent;
    for (EventArrival event : events) {
      EventGroup last = groups.isEmpty() ? null : groups.getLast();
      if (last != null && (last.name().equals(event.event()) || groups.size() == MAX_GROUPS)) {
        last.arrivals().add(event);
      } else {
        int occurrence = occurrences.merge(event.event(), 1, Integer::sum);
        groups.add(
            new EventGroup(event.event(), occurrence, before, new ArrayList<>(List.of(event))));
      }
      before = event.at();
    }
    return groups;
  }

  EventArrival first() {
    return arrivals.getFirst();
  }

  Duration end() {
    return arrivals.getLast().at();
  }

  List<Integer> frames() {
    return arrivals.stream().map(EventArrival::frame).distinct().toList();
  }

  /** Its name, and how many there are of several. */
  String text() {
    boolean mixed = arrivals.stream().anyMatch(event -> !event.event().equals(name));
    String count = arrivals.size() == 1 ? "" : " \u00d7" + arrivals.size();
    return name + (mixed ? " and others" : "") + count;
  }

  boolean sameAs(EventGroup other) {
    return name.equals(other.name) && occurrence == other.occurrence;
  }
}
