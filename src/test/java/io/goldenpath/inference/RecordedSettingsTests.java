package io.goldenpath.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.har.UnusableHarException;
import io.goldenpath.journey.login.YamlTargetRunner;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What is made of recordings of plain JSON; those of other framings are platforms of their own. */
class RecordedSettingsTests {

  private static final String LOGIN =
      "{\"email\":\"ann@example.com\",\"password\":\"hunter2-of-ann\"}";
  private static final String TOKEN = "tok5f2c9a7e1b3d4f60aa";
  private static final String ASK = "{\"type\":\"ask\",\"text\":\"what is 17 + 25 ?\"}";
  private static final String[] ANSWER = {
    "{\"type\":\"started\"}",
    "{\"type\":\"token\",\"text\":\"It is \"}",
    "{\"type\":\"token\",\"text\":\"42.\"}",
    "{\"type\":\"done\"}"
  };

  private final HarFixture recording = new HarFixture();

  @Test
  void findTheAnswerAndItsEnd() {
    String yaml = valid(recording.sent(ASK).received(ANSWER));

    assertThat(yaml)
        .contains("type: none")
        .contains("send: '{\"type\":\"ask\",\"text\":\"{text}\"}'")
        .contains("event: /type")
        .contains("deltas: /text")
        .contains("of: token")
        .contains("success: \"frame.type == 'done'\"")
        .contains("order: [ \"started < token < done\" ]")
        .contains("first-event: { degraded: 1s, failed: 2s }  # recorded: 0.50 s");
  }

  @Test
  void followTheTokenFromTheLoginIntoASubprotocol() {
    String wrapped =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8));
    String yaml =
        valid(
            recording
                .call("POST /login", LOGIN, "{\"data\":{\"jwt\":\"" + TOKEN + "\"}}")
                .socket(
                    "wss://chat.example.com/ws", "Sec-WebSocket-Protocol: jwt-auth, jwt." + wrapped)
                .sent(ASK)
                .received(ANSWER));

    assertThat(yaml)
        .contains("type: password")
        .contains("token-at: /data/jwt")
        .contains("token-in: subprotocol")
        .contains("password: \"${PROBE_PASSWORD}\"")
        .doesNotContain(TOKEN, wrapped, "hunter2");
  }

  @Test
  void takeATokenThatNoCallExplainsFromTheOperator() {
    String yaml =
        valid(
            recording
                .socket("wss://chat.example.com/ws?access_token=" + TOKEN)
                .sent(ASK)
                .received(ANSWER));

    assertThat(yaml)
        .contains("type: token  # ?")
        .contains("query: access_token")
        .contains("url: wss://chat.example.com/ws ")
        .contains("token: \"${PROBE_TOKEN}\"")
        .doesNotContain(TOKEN);
  }

  @Test
  void sendTheTokenInAFirstMessage() {
    String yaml =
        valid(
            recording
                .call("POST /login", LOGIN, "{\"access_token\":\"" + TOKEN + "\"}")
                .received("{\"type\":\"auth_required\"}")
                .sent("{\"type\":\"auth\",\"token\":\"" + TOKEN + "\"}")
                .received("{\"type\":\"auth_ok\"}")
                .sent(ASK)
                .received(ANSWER));

    assertThat(yaml)
        .contains("when: \"frame.type == 'auth_required'\"")
        .contains("send: '{\"type\":\"auth\",\"token\":\"{token}\"}'")
        .contains("ready: \"frame.type == 'auth_ok'\"")
        .doesNotContain(TOKEN);
  }

  @Test
  void makeATicketForEachRun() {
    String yaml =
        valid(
            recording
                .call("POST /login", LOGIN, "{\"access_token\":\"" + TOKEN + "\"}")
                .call("POST /tickets", "{}", "{\"ticket\":\"t1ck3t0011223344556677\"}")
                .socket("wss://chat.example.com/ws?ticket=t1ck3t0011223344556677")
                .sent(ASK)
                .received(ANSWER));

    assertThat(yaml)
        .contains("- post: /tickets")
        .contains("ticket: /ticket")
        .contains("/ws?ticket={ticket}")
        .doesNotContain("t1ck3t");
  }

  @Test
  void nameMessagesWithoutATypeByWhatTheyHave() {
    String yaml =
        valid(
            recording
                .sent("{\"question\":\"what is 17 + 25 ?\"}")
                .received("{\"delta\":\"It is \"}", "{\"delta\":\"42.\"}", "{\"done\":true}"));

    assertThat(yaml)
        .contains("event: none")
        .contains("when: \"'delta' in frame\"")
        .contains("success: \"'done' in frame\"");
  }

  @Test
  void seeAnEndInATruth() {
    String yaml =
        valid(
            recording
                .sent(ASK)
                .received(
                    "{\"type\":\"chunk\",\"text\":\"It is \",\"done\":false}",
                    "{\"type\":\"chunk\",\"text\":\"42.\",\"done\":false}",
                    "{\"type\":\"chunk\",\"text\":\"\",\"done\":true}"));

    assertThat(yaml)
        .contains("success: \"frame.type == 'chunk' && frame.done == true\"")
        .contains("deltas: /text");
  }

  @Test
  void letSilenceEndWhatHasNoEnd() {
    String yaml =
        valid(
            recording
                .sent(ASK)
                .received(
                    "{\"type\":\"token\",\"text\":\"It is \"}",
                    "{\"type\":\"token\",\"text\":\"42.\"}"));

    assertThat(yaml).contains("quiet: 2000ms  # ?").contains("was it recorded in full?");
  }

  @Test
  void answerKeepAlivesAsThePageDid() {
    String yaml =
        valid(
            recording
                .received("{\"type\":\"ping\"}")
                .sent("{\"type\":\"pong\"}")
                .sent(ASK)
                .received(ANSWER));

    assertThat(yaml)
        .contains("- when: \"frame.type == 'ping'\"\n          send: '{\"type\":\"pong\"}'")
        .doesNotContain("opening");
  }

  @Test
  void makeIdsAnewAndTakeThoseOfTheServer() {
    String session = "5b2f9a1c-0d3e-4f60-8a7b-112233445566";
    String yaml =
        valid(
            recording
                .received("{\"type\":\"welcome\",\"session\":\"" + session + "\"}")
                .sent(
                    "{\"type\":\"ask\",\"text\":\"what is 17 + 25 ?\",\"session\":\""
                        + session
                        + "\",\"id\":7,\"request\":\"0a1b2c3d-0d3e-4f60-8a7b-665544332211\"}")
                .received(ANSWER));

    assertThat(yaml)
        .contains("sent_id: { is: counter, per: question }")
        .contains("sent_request: { is: uuid, per: question }")
        .contains("sent_session: /session")
        .contains("\"session\":\"{sent_session}\",\"id\":\"{sent_id}\"")
        .doesNotContain(session);
  }

  @Test
  void takeTheFirstQuestionThatWasAnswered() {
    String yaml =
        valid(
            recording
                .sent(ASK)
                .sent(ASK)
                .received(ANSWER)
                .sent("{\"type\":\"ask\",\"text\":\"and a much longer second question?\"}")
                .received("{\"type\":\"other\"}"));

    assertThat(yaml).contains("success: \"frame.type == 'done'\"").doesNotContain("other");
  }

  @Test
  void chooseTheSocketWithTheQuestion() {
    String yaml =
        valid(
            recording
                .socket("wss://chat.example.com/presence")
                .sent("{\"type\":\"hi\"}")
                .received("{\"type\":\"hi\"}")
                .socket("wss://chat.example.com/chat")
                .sent(ASK)
                .received(ANSWER));

    assertThat(yaml).contains("url: wss://chat.example.com/chat").contains("has 2 sockets");
  }

  @Test
  void refuseAQuestionWithoutAnAnswer() {
    recording.received("{\"type\":\"hello\"}").sent(ASK);

    assertThatThrownBy(recording::yaml)
        .isInstanceOf(UnusableHarException.class)
        .hasMessageStartingWith("nothing came after the question");
  }

  @Test
  void refuseARecordingInWhichNobodyAsked() {
    recording.sent("{\"type\":\"subscribe\"}").received("{\"type\":\"hello\"}");

    assertThatThrownBy(recording::yaml)
        .isInstanceOf(UnusableHarException.class)
        .hasMessageContaining("--question");
  }

  @Test
  void hideCookiesThatNoCallSet() {
    String yaml =
        valid(
            recording
                .socket("wss://chat.example.com/ws", "Cookie: sid=" + TOKEN)
                .sent(ASK)
                .received(ANSWER));

    assertThat(yaml).contains("Cookie: \"${PROBE_COOKIE}\"").doesNotContain(TOKEN);
  }

  /** Settings that the monitor takes, with whatever the operator sets. */
  private static String valid(HarFixture recording) {
    String yaml = recording.yaml();
    YamlTargetRunner.only(yaml.replaceAll("\\$\\{\\w+}", "a-secret-of-the-operator"));
    return yaml;
  }
}
