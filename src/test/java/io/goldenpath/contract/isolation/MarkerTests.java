package io.goldenpath.contract.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an address or an id counts as a whole one, and which count at all. */
class MarkerTests {

  private final ScriptedUsers users = ScriptedUsers.of(2).good();

  @ParameterizedTest
  @ValueSource(
      strings = {"b%s", "b.%s", "b-%s", "b_%s", "b+%s", "%sm", "%s-x", "%s.au", "9%s", "%s9"})
  void doesNotFindAnAddressWithinALongerOne(String around) {
    users.user(1).notice(10, "{\"x\":\"%s\"}".formatted(around.formatted(ScriptedUsers.email(2))));

    assertThat(users.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<%s>", "mailto:%s", "%s.", "%s, hello", "a=%s&b", "(%s)", "ws:%s:1"})
  void findsAnAddressAmongOtherSigns(String around) {
    users.user(1).notice(10, "{\"x\":\"%s\"}".formatted(around.formatted(ScriptedUsers.email(2))));

    assertThat(users.found()).containsExactly("leak_content/events 1<-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s1", "x%s", "%sa", "1%s"})
  void doesNotFindAnIdWithinALongerOne(String around) {
    users
        .user(1)
        .notice(10, "{\"x\":\"%s\"}".formatted(around.formatted(ScriptedUsers.subject(2))));

    assertThat(users.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ws_%s_17", "/users/%s/x", "%s.", "run-%s-2"})
  void findsAnIdAmongOtherSigns(String around) {
    users
        .user(1)
        .notice(10, "{\"x\":\"%s\"}".formatted(around.formatted(ScriptedUsers.subject(2))));

    assertThat(users.found()).containsExactly("leak_content/events 1<-2");
  }

  @Test
  void neverLooksForWhatIsShortOrCommonOrAWord() {
    ScriptedUsers odd = new ScriptedUsers();
    odd.join(new Participant(1, "a", "u-1", null, "AAAAABBBBB", false)).good();
    odd.join(new Participant(2, "b", "u-2", "admin", "CCCCCDDDDD", false)).good();
    odd.join(new Participant(3, "c", "tenant-0001", null, "EEEEEFFFFF", false)).good();
    odd.join(new Participant(4, "d", "tenant-0001", null, "GGGGGHHHHH", false)).good();
    odd.join(new Participant(5, "e", "platform_user", null, "IIIIIJJJJJ", false)).good();
    odd.join(new Participant(6, "f", "17575000001", null, "KKKKKLLLLL", false)).good();
    odd.join(new Participant(7, "g", "3f9a1c22", null, "MMMMMNNNNN", false)).good();
    odd.user(1).notice(10, "{\"at\":17575000001,\"id\":\"3f9a1c22-18e0-4d6c-9a21-5f0b1c2d3e4f\"}");
    odd.user(1).notice(10, "{\"u-2\":\"admin\",\"tenant\":\"tenant-0001\"}");
    odd.user(1).notice(10, "{\"platform_user_id\":null,\"doc\":\"platform_user-guide\"}");

    assertThat(odd.findings()).isEmpty();
  }

  @Test
  void doesNotTakeAPartOfTheUsersOwnIdForAnothers() {
    ScriptedUsers alike = alike();
    alike.user(2).notice(10, "{\"x\":\"for customer-0001-b\"}");
    alike.user(2).notice(10, "{\"x\":\"for customer-0001\\u002db\"}");
    for (String part : List.of("Hello customer-", "0001", "-b", ", how are you")) {
      alike.user(2).notice(10, "{\"content\":\"" + part + "\"}");
    }
    for (String part : List.of("Hello customer-0001", "-b, how are you")) {
      alike.user(2).notice(10, "{\"content\":\"" + part + "\"}");
    }

    assertThat(alike.findings()).isEmpty();
  }

  @Test
  void doesNotPutAnothersIdTogetherFromTheUsersOwnAndWhatFollows() {
    ScriptedUsers alike = alike();
    alike.user(1).notice(10, "{\"content\":\"I work for customer-0001\"}");
    alike.user(1).notice(10, "{\"content\":\"-b is the next step\"}");

    assertThat(alike.findings()).isEmpty();
  }

  @Test
  void waitsForWhatFollowsBeforeItTakesAnIdForWhole() {
    for (String part : List.of("order of probe-user-", "0002", "7 is on its way")) {
      users.user(1).notice(10, "{\"content\":\"" + part + "\"}");
    }

    assertThat(users.findings()).isEmpty();
  }

  @Test
  void findsAnIdThatHoldsTheUsersOwn() {
    ScriptedUsers alike = alike();
    alike.user(1).notice(10, "{\"x\":\"for customer-0001-b\"}");

    assertThat(alike.found()).containsExactly("leak_content/events 1<-2");
  }

  private static ScriptedUsers alike() {
    ScriptedUsers alike = new ScriptedUsers();
    alike.join(new Participant(1, "a", "customer-0001", null, "AAAAABBBBB", false)).good();
    alike.join(new Participant(2, "b", "customer-0001-b", null, "CCCCCDDDDD", false)).good();
    return alike;
  }
}
