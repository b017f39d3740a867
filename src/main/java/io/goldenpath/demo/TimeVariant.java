package io.goldenpath.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Other notions of time. */
public enum TimeVariant implements Variant {
  TIMES_IN_SECONDS(
      "Writes times as seconds with a fraction.", timed(now -> node(Json.seconds(now)))),
  TIMES_IN_MILLIS("Writes times as milliseconds.", timed(now -> node(now.toEpochMilli()))),
  TIMES_WITHOUT_ZONE("Writes times in UTC without saying so.", timed(now -> node(Json.naive(now)))),
  TIMES_OF_ANOTHER_ZONE(
      "Writes times of another zone.",
      timed(now -> node(now.atOffset(ZoneOffset.ofHours(2)).toString()))),
  TIMES_ABSENT(
      "Writes no times.", Play.told(Envelope.STANDARD.then(frame -> frame.remove("timestamp")))),
  TIMES_NULL(
      "Writes null for times.",
      Play.told(Envelope.STANDARD.then(frame -> frame.putNull("timestamp")))),
  TIMES_GARBLED("Writes times that nobody can read.", timed(now -> node("soon"))),
  CLOCK_AHEAD(
      "Has a clock that is an hour ahead.",
      timed(now -> node(Json.iso(now.plus(Duration.ofHours(1)))))),
  CLOCK_BEHIND(
      "Has a clock that is a day behind.",
      timed(now -> node(Json.iso(now.minus(Duration.ofDays(1)))))),
  CLOCK_AT_ZERO("Has a clock that says 1970.", timed(now -> node(0))),
  CLOCK_BACKWARDS("Has a clock that runs backwards.", timed(now -> node(backwards(now))));

  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

  private final String sentence;
  private final Play play;

  TimeVariant(String sentence, Play play) {
    this.sentence = sentence;
    this.play = play;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public Play play() {
    return play;
  }

  private static Play timed(Function<Instant, JsonNode> time) {
    return Play.told(
        (event, now) -> Envelope.STANDARD.wrap(event, now).set("timestamp", time.apply(now)));
  }

  private static String backwards(Instant now) {
    return Json.iso(Instant.EPOCH.plus(Duration.between(now, FAR)));
  }

  private static JsonNode node(Object value) {
    return Json.MAPPER.valueToTree(value);
  }
}
