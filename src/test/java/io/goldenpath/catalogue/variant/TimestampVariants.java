package io.goldenpath.catalogue.variant;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.EventWriting;
import io.goldenpath.catalogue.change.SystemNotices;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.EventEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Other notions of time. */
public final class TimestampVariants {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour TIMES_IN_SECONDS =
      GROUP.add(
          "times_in_seconds",
          "Writes times as seconds with a fraction.",
          timed(now -> node(DemoJson.seconds(now))));

  public static final DemoBehaviour TIMES_IN_MILLIS =
      GROUP.add(
          "times_in_millis",
          "Writes times as milliseconds.",
          timed(now -> node(now.toEpochMilli())));

  public static final DemoBehaviour TIMES_WITHOUT_ZONE =
      GROUP.add(
          "times_without_zone",
          "Writes times in UTC without saying so.",
          timed(now -> node(SystemNotices.withoutZone(now))));

  public static final DemoBehaviour TIMES_OF_ANOTHER_ZONE =
      GROUP.add(
          "times_of_another_zone",
          "Writes times of another zone.",
          timed(now -> node(now.atOffset(ZoneOffset.ofHours(2)).toString())));

  public static final DemoBehaviour TIMES_ABSENT =
      GROUP.add(
          "times_absent",
          "Writes no times.",
          EventWriting.inEnvelope(EventEnvelope.STANDARD.then(frame -> frame.remove("timestamp"))));

  public static final DemoBehaviour TIMES_NULL =
      GROUP.add(
          "times_null",
          "Writes null for times.",
          EventWriting.inEnvelope(
              EventEnvelope.STANDARD.then(frame -> frame.putNull("timestamp"))));

  public static final DemoBehaviour TIMES_GARBLED =
      GROUP.add("times_garbled", "Writes times that nobody can read.", timed(now -> node("soon")));

  public static final DemoBehaviour CLOCK_AHEAD =
      GROUP.add(
          "clock_ahead",
          "Has a clock that is an hour ahead.",
          timed(now -> node(DemoJson.iso(now.plus(Duration.ofHours(1))))));

  public static final DemoBehaviour CLOCK_BEHIND =
      GROUP.add(
          "clock_behind",
          "Has a clock that is a day behind.",
          timed(now -> node(DemoJson.iso(now.minus(Duration.ofDays(1))))));

  public static final DemoBehaviour CLOCK_AT_ZERO =
      GROUP.add("clock_at_zero", "Has a clock that says 1970.", timed(now -> node(0)));

  public static final DemoBehaviour CLOCK_BACKWARDS =
      GROUP.add(
          "clock_backwards",
          "Has a clock that runs backwards.",
          timed(now -> node(backwards(now))));

  private TimestampVariants() {}

  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

  private static FaultHook timed(Function<Instant, JsonNode> time) {
    return EventWriting.inEnvelope(
        (event, now) -> EventEnvelope.STANDARD.wrap(event, now).set("timestamp", time.apply(now)));
  }

  private static String backwards(Instant now) {
    return DemoJson.iso(Instant.EPOCH.plus(Duration.between(now, FAR)));
  }

  private static JsonNode node(Object value) {
    return DemoJson.MAPPER.valueToTree(value);
  }
}
