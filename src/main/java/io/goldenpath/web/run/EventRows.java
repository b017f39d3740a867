package io.goldenpath.web.run;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.strip.Station;
import io.goldenpath.web.run.TimelineRow.Difference;
import io.goldenpath.web.run.TimelineRow.Kind;
import io.goldenpath.web.run.TimelineRow.Lane;
import io.goldenpath.web.run.TimelineRow.LimitMark;
import io.goldenpath.web.run.TimelineRow.Name;
import io.goldenpath.web.run.TimelineRow.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of the agent's events: those that came, and those that should have come. */
record EventRows(TimelineUser user, TimeScale scale, StepLimits limits) {

  private static final int MAX_TICKS = 200;

  /** Without ids. */
  List<TimelineRow> rows() {
    List<EventGroup> groups = groups(user.run());
    List<EventGroup> others =
        Optional.ofNullable(user.other()).map(EventRows::groups).orElse(List.of());
    List<TimelineRow> rows = new ArrayList<>();
    for (EventGroup group : groups) {
      rows.add(came(group, others, rows.isEmpty()));
    }
    for (Station station : user.strip().stations()) {
      if (isMissing(station, groups)) {
        rows.add(place(station, rows), missing(station, groups, others));
      }
    }
    return rows;
  }

  private static List<EventGroup> groups(UserRun run) {
    return EventGroup.of(run.events(), run.sentAt().orElse(Duration.ZERO));
  }

  private TimelineRow came(EventGroup group, List<EventGroup> others, boolean first) {
    Optional<EventGroup> same = others.stream().filter(group::sameAs).findFirst();
    List<FindingView.Reference> findings = user.foundOf(group.name(), group.frames());
    Duration sent = user.run().sentAt().orElse(Duration.ZERO);
    Optional<TimeLimit> limit =
        first ? Optional.of(user.probe().limits().firstEvent()) : Optional.empty();
    return new TimelineRow(
        "",
        new Name(Kind.EVENT, group.text(), TimelineUser.state("passed", findings), group.frames()),
        Times.of(
                scale.zero().text(group.first().at()),
                DurationText.of(group.first().at().minus(group.before())))
            .limited(limit.map(StepLimits::text).orElse(""))
            .compared(difference(group, same)),
        new Lane(
            scale.bar(group.before(), group.end().minus(group.before())),
            same.map(this::otherBar).orElse(null),
            limit.map(some -> limits.marks(some, sent)).orElse(List.of()),
            group.arrivals().stream()
                .limit(MAX_TICKS)
                .map(event -> scale.position(event.at()))
                .toList()),
        findings);
  }

  private Difference difference(EventGroup group, Optional<EventGroup> same) {
    return user.other() == null
        ? Difference.NONE
        : TimeDifference.of(
            group.first().delay(), same.map(other -> other.first().delay()).orElse(null));
  }

  private TimeScale.Bar otherBar(EventGroup other) {
    return scale.otherBar(other.before(), other.end().minus(other.before()));
  }

  private static boolean isMissing(Station station, List<EventGroup> groups) {
    return station.step() == Step.EVENTS
        && station.state() == Station.State.FAILED
        && groups.stream().noneMatch(group -> group.name().equals(station.label()));
  }

  /** After the row of the last station before it that came. */
  private int place(Station missing, List<TimelineRow> rows) {
    int after = 0;
    for (Station station : user.strip().stations()) {
      if (station.equals(missing)) {
        break;
      }
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i).name().text().equals(station.label())) {
          after = i + 1;
        }
      }
    }
    return after;
  }

  /** As long as it was waited for, where nothing came later. */
  private TimelineRow missing(Station station, List<EventGroup> groups, List<EventGroup> others) {
    Optional<EventGroup> same =
        others.stream().filter(group -> group.name().equals(station.label())).findFirst();
    Duration from =
        groups.isEmpty() ? user.run().sentAt().orElse(Duration.ZERO) : groups.getLast().end();
    Duration until = station.at() == null ? from : station.at();
    boolean waited = until.compareTo(from) > 0;
    List<LimitMark> limit =
        waited
            ? scale.within(until).map(x -> List.of(new LimitMark(x, "failed"))).orElse(List.of())
            : List.of();
    return new TimelineRow(
        "",
        new Name(Kind.EVENT, station.label(), "missing", List.of()),
        Times.of("never", waited ? "waited " + DurationText.of(until.minus(from)) : "")
            .compared(
                user.other() == null
                    ? Difference.NONE
                    : TimeDifference.of(
                        null, same.map(other -> other.first().delay()).orElse(null))),
        new Lane(
            waited ? scale.bar(from, until.minus(from)) : null,
            same.map(this::otherBar).orElse(null),
            limit,
            List.of()),
        user.foundOf(station.label(), List.of()));
  }
}
