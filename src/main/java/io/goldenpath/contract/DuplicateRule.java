package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.DUPLICATE_EVENT;

import io.goldenpath.probe.Step;

/** Did anything come twice? */
record DuplicateRule() implements Rule {

  @Override
  public void judge(Course course, Docket docket) {
    for (Seen again : course.repeated()) {
      String mark = again.event().body().retried() ? ", marked as sent again" : "";
      docket.add(
          DUPLICATE_EVENT,
          Step.EVENTS,
          again.nanos(),
          new Words(
              again.name() + " once",
              "the same event again" + mark,
              "%s came twice: the same event again%s, %s after the question"
                  .formatted(again.name(), mark, Words.since(course.sent(), again.nanos()))),
          again.frame());
    }
  }
}
