package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.MISSING_EVENT;
import static io.goldenpath.probe.FindingKind.UNEXPECTED_EVENT;

import io.goldenpath.probe.Step;
import io.goldenpath.probe.ToolUse;
import java.util.stream.Collectors;

/**
 * Did every event come as often as it must, and no more often? In a run that was cut short only
 * those are missing that should have come before one that did.
 */
record MissingRule(Contract contract, ToolUse use, Strangers strangers) implements Rule {

  @Override
  public void judge(Course course, Docket docket) {
    if (course.last().isEmpty()) {
      return;
    }
    for (EventPromise promise : contract.events()) {
      int least = contract.least(promise.name(), use);
      int count = course.count(promise.name());
      if (count < least && due(promise.name(), count, course)) {
        missing(promise.name(), least, count, course, docket);
      } else if (count > promise.count().max()) {
        tooOften(promise, count, course, docket);
      }
    }
  }

  private boolean due(String name, int count, Course course) {
    if (strangers.excuse(name)) {
      return false;
    }
    return course.terminal().isPresent()
        || (count == 0
            && course.names().stream()
                .anyMatch(seen -> contract.flow().order().before(name, seen)));
  }

  private static void missing(String name, int least, int count, Course course, Docket docket) {
    Seen end = course.terminal().or(course::last).orElseThrow();
    String names = names(course);
    String message =
        count > 0
            ? "%s came %d times, where %d are due: the run had %s"
                .formatted(name, count, least, names)
            : "%s never came: the run %s after %s with %s"
                .formatted(
                    name,
                    course.terminal().isPresent() ? "ended" : "stopped",
                    Words.since(course.sent(), end.nanos()),
                    names);
    String expected = least > 1 ? name + ", " + least + " times" : name;
    docket.add(
        MISSING_EVENT, Step.EVENTS, end.nanos(), new Words(expected, names, message), end.frame());
  }

  private static void tooOften(EventPromise promise, int count, Course course, Docket docket) {
    int max = promise.count().max();
    Seen over =
        course
            .all()
            .filter(seen -> seen.name().equals(promise.name()))
            .skip(max)
            .findFirst()
            .orElseThrow();
    docket.add(
        UNEXPECTED_EVENT,
        Step.EVENTS,
        over.nanos(),
        new Words(
            promise.name() + ", " + max + " times at most",
            count + " times",
            "%s came %d times, where the contract allows %d".formatted(promise.name(), count, max)),
        over.frame());
  }

  private static String names(Course course) {
    return course.all().map(Seen::name).distinct().limit(12).collect(Collectors.joining(", "));
  }
}
