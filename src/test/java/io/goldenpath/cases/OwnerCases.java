package io.goldenpath.cases;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Whose an event is, in every form in which an id can be written. */
final class OwnerCases {

  private static final String UUID = "3f9a1c22-6a0d-4d5e-9b1a-0c7e5d2f8a11";
  private static final String OTHER_UUID = "b7d40e11-52c3-4a9f-8e66-90ab12cd34ef";

  private OwnerCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(numbers(), uuids(), unreadable(), atLogin(), together())
        .flatMap(group -> group);
  }

  private static Stream<PlatformCase> numbers() {
    return Stream.of(
        owner("numeric-owner", "41", Long::valueOf),
        leak("numeric-leak", "41", Long::valueOf, 42),
        owner("numeric-subject", 41, id -> id),
        owner("numeric-both", 41, Long::valueOf),
        leak("numeric-subject-leak", 41, id -> id, "42"),
        owner("numeric-subject-decimal", new BigDecimal("41.0"), _ -> 41),
        leak("numeric-subject-decimal-leak", new BigDecimal("41.0"), _ -> 41, 42),
        owner("numeric-decimal", "41", _ -> new BigDecimal("41.0")),
        owner("numeric-exponent", "4100", _ -> new BigDecimal("4.1E+3")),
        owner("numeric-64-bit", "9007199254740993", BigInteger::new),
        leak(
            "numeric-64-bit-leak",
            "9007199254740993",
            BigInteger::new,
            new BigInteger("9007199254740992")),
        owner("numeric-snowflake", "123456789012345678901234", BigInteger::new),
        leak("numeric-zero-leak", "41", Long::valueOf, 0),
        leak("text-leading-zero", "41", id -> id, "041"),
        PlatformCase.of("numeric-leak-in-welcome")
            .that(good ->
                good.subjects("41", "42")
                    .speech(
                        AgentSpeech.PLAIN.greeting(frame -> JsonMaps.with(frame, "user_id", 42))))
            .expect(Expected.leaks("leak_identity", "welcome")),
        PlatformCase.of("numeric-leak-in-data")
            .that(good ->
                good.subjects("41", "42")
                    .speech(AgentSpeech.PLAIN.intruding("data", Map.of("user_id", 42))))
            .expect(Expected.leaks("leak_identity", "events")));
  }

  private static Stream<PlatformCase> uuids() {
    return Stream.of(
        owner("uuid-case", UUID, id -> id.toUpperCase(Locale.ROOT)),
        owner("uuid-braces", UUID, id -> "{" + id + "}"),
        owner("uuid-braces-case", UUID, id -> "{" + id.toUpperCase(Locale.ROOT) + "}"),
        owner("uuid-urn", UUID, id -> "urn:uuid:" + id),
        owner("uuid-no-dashes", UUID, id -> id.replace("-", "")),
        owner(
            "uuid-subject-case", UUID.toUpperCase(Locale.ROOT), id -> id.toLowerCase(Locale.ROOT)),
        leak(
            "uuid-case-leak",
            UUID,
            id -> id.toUpperCase(Locale.ROOT),
            OTHER_UUID.toUpperCase(Locale.ROOT)),
        leak("uuid-braces-leak", UUID, id -> "{" + id + "}", "{" + OTHER_UUID + "}"),
        leak("text-case", "Probe-A", id -> id, "probe-a"));
  }

  private static Stream<PlatformCase> unreadable() {
    PlatformCase welcome = unreadable("owner-object", Map.of("id", 41), "/user_id is an object");
    return Stream.of(
        welcome,
        unreadable("owner-list", List.of("41"), "/user_id is a list"),
        unreadable("owner-boolean", true, "/user_id is true or false"),
        unreadable("owner-empty", " ", "/user_id is an empty text"),
        unreadable("owner-over-long", "4".repeat(300), "/user_id is a text of 300 characters"),
        unreadable(
            "owner-over-long-number",
            BigInteger.TEN.pow(299),
            "/user_id is a text of 300 characters"),
        welcome
            .named("owner-object-in-welcome")
            .that(good ->
                good.speech(
                    AgentSpeech.PLAIN.greeting(
                        frame -> JsonMaps.with(frame, "user_id", Map.of("id", 41))))),
        welcome
            .named("owner-object-in-data")
            .that(good ->
                good.speech(AgentSpeech.PLAIN.intruding("data", Map.of("user_id", List.of(42)))))
            .expect(Expected.passes().and("leak_identity", "events", "info", "/data/user_id")),
        welcome
            .named("owner-object-everywhere")
            .that(good -> good.speech(AgentSpeech.owner(_ -> Map.of("id", 41)))),
        welcome
            .named("owner-object-and-leak")
            .that(good -> good.speech(AgentSpeech.owner(_ -> Map.of()).intruding("user_id", "42")))
            .expect(
                Expected.leaks("leak_identity", "events", "another user")
                    .and("leak_identity", "", "info", "/user_id is an object")));
  }

  private static Stream<PlatformCase> atLogin() {
    PlatformCase at = PlatformCase.of("subject-at").with("login.subject-at", "/user/id");
    return Stream.of(
        at.that(good -> good.subjects(41, 42)),
        at.named("subject-at-claim-text")
            .that(good ->
                good.subjects(41, 42).token(TokenForm.claim("sub", (id, _) -> id.toString()))),
        at.named("subject-at-decimal")
            .that(good ->
                good.subjects(new BigDecimal("41.0"), 42)
                    .token(TokenForm.claim("sub", (_, _) -> 41))),
        at.named("subject-at-uuid-case")
            .that(good ->
                good.subjects(UUID, OTHER_UUID)
                    .token(
                        TokenForm.claim("sub", (id, _) -> id.toString().toUpperCase(Locale.ROOT)))),
        at.named("subject-at-another")
            .that(good -> good.subjects(41, 42).token(TokenForm.claim("sub", (_, _) -> 42)))
            .expect(Expected.fails("token_invalid", "login")),
        unreadableAtLogin(at.named("subject-at-object"), "/user", "the user at /user is an object"),
        unreadableAtLogin(
            at.named("subject-at-list").that(good -> good.subjects(List.of(41), 42)),
            "/user/id",
            "the user at /user/id is a list"),
        unreadableAtLogin(
            at.named("subject-at-boolean").that(good -> good.subjects(true, 42)),
            "/user/id",
            "the user at /user/id is true or false"),
        PlatformCase.of("subject-claim-object")
            .that(good -> good.token(TokenForm.claim("sub", (id, _) -> Map.of("id", id))))
            .expect(Expected.tells("its subject, sub, is an object")));
  }

  private static Stream<PlatformCase> together() {
    PlatformCase two =
        PlatformCase.of("isolation-numeric-owner")
            .with("users[1].email", "probe-b@example.com")
            .with("users[1].password", "pass-of-probe-b")
            .with("journeys.isolation.users", "2")
            .with("journeys.isolation.every", "1m")
            .that(good -> good.subjects("41", "42").speech(AgentSpeech.owner(OwnerCases::number)));
    return Stream.of(
        two,
        two.named("isolation-numeric-leak")
            .that(
                good -> good.speech(AgentSpeech.owner(OwnerCases::number).intruding("user_id", 42)))
            .expect(Expected.leaks("leak_identity", "events")),
        two.named("isolation-owner-object")
            .that(good -> good.speech(AgentSpeech.PLAIN.intruding("user_id", Map.of("id", 42))))
            .expect(Expected.passes().and("leak_identity", "events", "info", "/user_id")));
  }

  private static Object number(Object id) {
    return Long.valueOf(id.toString());
  }

  private static PlatformCase owner(String name, Object subject, Form form) {
    return PlatformCase.of(name)
        .that(good ->
            good.subjects(subject, "another")
                .speech(AgentSpeech.owner(id -> form.of(id.toString()))));
  }

  private static PlatformCase leak(String name, Object subject, Form form, Object other) {
    return PlatformCase.of(name)
        .that(good ->
            good.subjects(subject, other)
                .speech(
                    AgentSpeech.owner(id -> form.of(id.toString())).intruding("user_id", other)))
        .expect(Expected.leaks("leak_identity", "events"));
  }

  private static PlatformCase unreadable(String name, Object owner, String told) {
    return PlatformCase.of(name)
        .that(
            good -> good.subjects("41", "42").speech(AgentSpeech.PLAIN.intruding("user_id", owner)))
        .expect(Expected.passes().and("leak_identity", "", "info", told));
  }

  private static PlatformCase unreadableAtLogin(PlatformCase one, String pointer, String told) {
    return one.with("login.subject-at", pointer)
        .that(good -> good.speech(AgentSpeech.owner(_ -> "41")))
        .that(good -> good.token(TokenForm.claim("sub", (_, _) -> "41")))
        .expect(Expected.passes().and("token_invalid", "login", "info", told));
  }

  /** A way to write an id. */
  private interface Form {
    Object of(String id);
  }
}
