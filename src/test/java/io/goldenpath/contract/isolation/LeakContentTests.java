package io.goldenpath.contract.isolation;

import static io.goldenpath.contract.event.SampleEvent.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.model.finding.Evidence;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Forms in which one user's code, address or id is met in what another received. */
class LeakContentTests {

  private static final List<String> MARKERS =
      List.of(ScriptedUsers.nonce(2), ScriptedUsers.email(2), ScriptedUsers.subject(2));

  static final List<Arguments> FORMS = MARKERS.stream().flatMap(LeakContentTests::forms).toList();

  private final ScriptedUsers users = ScriptedUsers.of(2).good();

  private static Stream<Arguments> forms(String marker) {
    String url = URLEncoder.encode(marker, StandardCharsets.UTF_8).replace("-", "%2D");
    return Stream.of(
        Arguments.of("plain", marker),
        Arguments.of("in capitals", marker.toUpperCase(Locale.ROOT)),
        Arguments.of("in small letters", marker.toLowerCase(Locale.ROOT)),
        Arguments.of("escaped", escaped(marker)),
        Arguments.of("escaped twice", escaped(marker).replace("\\", "\\\\")),
        Arguments.of("escaped three times", escaped(marker).replace("\\", "\\\\\\\\")),
        Arguments.of("after an escaped line's end", "Dear\\n" + marker),
        Arguments.of("as JSON within JSON", json(json("Dear\n\"" + marker + "\""))),
        Arguments.of("encoded for an address", url),
        Arguments.of("encoded twice", url.replace("%", "%25")),
        Arguments.of("encoded, then escaped", url.replace("%", "\\u0025")),
        Arguments.of("in base64", base64(marker)),
        Arguments.of("in base64, second alignment", base64("\"" + marker + "\"")),
        Arguments.of("in base64, third alignment", base64("{\"" + marker + "\"}")),
        Arguments.of("in base64 within a longer word", "x_" + base64("{\"" + marker + "\"}")),
        Arguments.of("in base64, small letters", base64(marker.toLowerCase(Locale.ROOT))),
        Arguments.of(
            "in base64 for addresses",
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes("ÿ?>" + marker + "?>ÿ"))),
        Arguments.of(
            "in base64 with escaped slashes", base64("ÿÿÿ " + marker).replace("/", "\\/")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @FieldSource("FORMS")
  void findsWhatIsAnothers(String form, String text) {
    users.user(1).notice(10, "{\"text\":\"%s\"}".formatted(text));

    assertThat(users.found()).as(form).containsExactly("leak_content/events 1<-2");
    assertThat(users.only().evidence().frames()).containsExactly(8);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @FieldSource("FORMS")
  void takesNoOffenceAtTheUsersOwn(String form, String text) {
    users.user(2).notice(10, "{\"text\":\"%s\"}".formatted(text));

    assertThat(users.findings()).as(form).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  @Tag("mission-critical")
  void findsWhatIsSplitOverFrames(int pieces) {
    for (String marker : MARKERS) {
      ScriptedUsers other = ScriptedUsers.of(2).good();
      List<String> parts = split("Hello " + marker + ", you", pieces);
      for (String part : parts) {
        other.user(1).notice(10, "{\"type\":\"chunk\",\"data\":{\"content\":\"" + part + "\"}}");
        other.user(1).notice(5, "{\"type\":\"heartbeat\",\"at\":\"now\"}");
      }

      assertThat(other.found()).containsExactly("leak_content/events 1<-2");
      assertThat(other.only().message()).endsWith("split over several frames");
      assertThat(other.only().evidence().frames()).hasSizeGreaterThan(1).doesNotContain(9, 11);
    }
  }

  @Test
  void findsWhatIsSplitInTextThatIsNoJson() {
    String marker = ScriptedUsers.email(2);
    users.user(1).notice(10, "It is " + marker.substring(0, 9)).notice(10, marker.substring(9));

    assertThat(users.found()).containsExactly("leak_content/events 1<-2");
    assertThat(users.only().evidence().frames()).containsExactly(8, 9);
  }

  @Test
  void findsWhatIsSplitInTheMidstOfLongTexts() {
    String marker = ScriptedUsers.email(2);
    String text = "a word ".repeat(4_700);
    for (String part : List.of(text, text + marker.substring(0, 9), marker.substring(9))) {
      users.user(1).notice(10, "{\"x\":\"%s\"}".formatted(part));
    }

    assertThat(users.found()).containsExactly("leak_content/events 1<-2");
    assertThat(users.only().evidence().frames()).containsExactly(9, 10);
  }

  @Test
  void doesNotPutTogetherWhatStandsInSeveralFields() {
    String marker = ScriptedUsers.nonce(2);
    users.user(1).notice(10, "{\"a\":\"%s\"}".formatted(marker.substring(0, 5)));
    users.user(1).notice(10, "{\"b\":\"%s\"}".formatted(marker.substring(5)));

    assertThat(users.findings()).isEmpty();
  }

  @Test
  void pointsToTheQuestionForACodeAndToTheWelcomeForAnId() {
    users.user(1).notice(10, "{\"x\":\"%s\"}".formatted(ScriptedUsers.nonce(2)));
    assertThat(users.only().evidence().otherUser())
        .isEqualTo(new Evidence.OtherUser(2, List.of(2)));
    assertThat(users.only().message())
        .isEqualTo("LEAK: user 2's code came to user 1 in step events (frame 8)");

    ScriptedUsers second = ScriptedUsers.of(2).good();
    second.user(1).notice(10, "{\"x\":\"%s\"}".formatted(ScriptedUsers.email(2)));
    assertThat(second.only().evidence().otherUser())
        .isEqualTo(new Evidence.OtherUser(2, List.of(1)));
  }

  @Test
  void findsItInTheAnswerAndInTheWelcome() {
    ScriptedUsers fresh = ScriptedUsers.of(2);
    fresh.user(2).good();
    fresh.user(1).welcomed().notice(5, "{\"x\":\"%s\"}".formatted(ScriptedUsers.email(2))).ask();
    fresh
        .user(1)
        .own(110, SampleEvent.started())
        .own(140, thinking())
        .own(60, SampleEvent.executing());
    fresh.user(1).own(230, SampleEvent.executed());
    fresh
        .user(1)
        .own(
            90,
            SampleEvent.completed()
                .text(ScriptedUsers.nonce(1) + " and " + ScriptedUsers.nonce(2) + ", 579"));

    assertThat(fresh.found())
        .containsExactly("leak_content/welcome 1<-2", "leak_content/answer 1<-2");
  }

  @Test
  void makesOneFindingOfAllThatOneUserShowsAnotherInAStep() {
    users
        .user(1)
        .notice(10, "{\"x\":\"%s %s\"}".formatted(ScriptedUsers.email(2), ScriptedUsers.nonce(2)));
    users.user(1).notice(10, "{\"x\":\"%s\"}".formatted(ScriptedUsers.email(2)));

    assertThat(users.only().evidence().frames()).containsExactly(8, 9);
    assertThat(users.only().message())
        .isEqualTo(
            "LEAK: user 2's e-mail address and code came to user 1 in step events (frames 8, 9)");
  }

  @Test
  void findsOneAmongThousandsOfTheUsersOwn() {
    users.user(1).notice(10, (ScriptedUsers.nonce(1) + " ").repeat(6_000) + ScriptedUsers.nonce(2));

    assertThat(users.found()).containsExactly("leak_content/events 1<-2");
  }

  @Test
  void doesNotMissAFrameOfManyMarkers() {
    ScriptedUsers many = ScriptedUsers.of(300).good();
    String all =
        Stream.iterate(1, slot -> slot + 1)
            .limit(300)
            .map(ScriptedUsers::email)
            .collect(Collectors.joining(" "));
    many.user(7).notice(10, all);

    assertThat(many.findings()).hasSize(299);
  }

  private static List<String> split(String text, int size) {
    return Arrays.asList(text.split("(?<=\\G.{" + size + "})"));
  }

  private static String escaped(String text) {
    return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
  }

  private static String json(String text) {
    String quoted = JsonMapper.shared().writeValueAsString(text);
    return quoted.substring(1, quoted.length() - 1);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
