package io.goldenpath.notify.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.Secret;
import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.message.NoticePlace;
import io.goldenpath.notify.receiver.DeliveryResult.Delivered;
import io.goldenpath.notify.receiver.DeliveryResult.Postponed;
import io.goldenpath.notify.receiver.DeliveryResult.Refused;
import io.goldenpath.settings.keys.notify.ReceiverProperties.MailTls;
import io.goldenpath.settings.notify.ReceiverSettings.Email;
import io.goldenpath.settings.notify.ReceiverSettings.MailLogin;
import io.goldenpath.settings.notify.ReceiverSettings.MailServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What mail servers say of some mailboxes and of none, and what becomes of the others. */
@Timeout(30)
class EmailReceiverIT {

  private static final Notice NOTICE = Notice.test("n1", SampleRuns.NOON);
  private static final String ANN = "ann@example.com";
  private static final String BEN = "ben@example.com";

  private ScriptedMailServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedMailServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void tellsEverybodyInOneMail() throws Exception {
    assertThat(receiver(null).deliver(NOTICE)).isInstanceOf(Delivered.class);
    assertThat(server.taken()).containsExactly("n1 ann@example.com ben@example.com");
  }

  @Test
  void tellsTheOthersWhereAMailboxIsGoneAndSaysWhichOne() throws Exception {
    server.answers("RCPT TO:<ann", "550 no such user");

    DeliveryResult result = receiver(null).deliver(NOTICE);

    assertThat(result)
        .isEqualTo(
            new Refused(
                "the mail server did not take it for ann@example.com: 550 no such user (the others"
                    + " have it)"));
    assertThat(server.taken()).containsExactly("n1 ben@example.com");
  }

  @Test
  void asksAgainForThoseAloneWhoHaveNotGotIt() throws Exception {
    EmailReceiver receiver = receiver(null);
    server.answers("RCPT TO:<ann", "450 come again");
    DeliveryResult first = receiver.deliver(NOTICE);
    server.answers("RCPT TO:<ann", "250 yes");

    assertThat(first).isInstanceOf(Postponed.class);
    assertThat(first.said()).contains("ann@example.com: 450 come again").doesNotContain(BEN);
    assertThat(receiver.deliver(NOTICE)).isInstanceOf(Delivered.class);
    assertThat(receiver.deliver(Notice.test("n2", SampleRuns.NOON))).isInstanceOf(Delivered.class);
    assertThat(server.taken())
        .containsExactly(
            "n1 ben@example.com", "n1 ann@example.com", "n2 ann@example.com ben@example.com");
  }

  @Test
  void asksAgainWhereOneMailboxIsGoneAndTheOtherIsNotReady() throws Exception {
    server.answers("RCPT TO:<ann", "550 no such user");
    server.answers("RCPT TO:<ben", "451 try later");

    assertThat(receiver(null).deliver(NOTICE)).isInstanceOf(Postponed.class);
    assertThat(server.taken()).isEmpty();
  }

  @Test
  void givesUpWhatTheServerWillNeverTake() throws Exception {
    server.answers("MAIL FROM", "553 not from you");

    DeliveryResult result = receiver(null).deliver(NOTICE);

    assertThat(result).isInstanceOf(Refused.class);
    assertThat(result.said()).contains("553 not from you");
  }

  @Test
  void asksAgainWhereTheServerIsBusy() throws Exception {
    server.answers("greeting", "421 too many connections");

    assertThat(receiver(null).deliver(NOTICE)).isInstanceOf(Postponed.class);
  }

  @Test
  void givesUpOnAServerThatNeverComesToAnEnd() throws Exception {
    server.answers("greeting", "…");

    assertThat(receiver(null).deliver(NOTICE))
        .isEqualTo(new Postponed("did not take the mail within 2 s", null));
  }

  @Test
  void doesNotRepeatAPasswordThatTheServerRepeats() throws Exception {
    String sent =
        Base64.getEncoder()
            .encodeToString("\0monitor\0hunter2hunter2".getBytes(StandardCharsets.UTF_8));
    server.answers("AUTH", "535 5.7.8 refused: hunter2hunter2 in " + sent);

    DeliveryResult result =
        receiver(new MailLogin("monitor", Secret.of("hunter2hunter2"))).deliver(NOTICE);

    assertThat(result).isInstanceOf(Refused.class);
    assertThat(result.said())
        .contains("535 5.7.8 refused: ***")
        .doesNotContain("hunter2hunter2", sent);
  }

  private EmailReceiver receiver(@Nullable MailLogin login) {
    MailServer settings = new MailServer("127.0.0.1", server.port(), MailTls.NONE, login);
    return new EmailReceiver(
        new Email(settings, "monitor@example.com", List.of(ANN, BEN)),
        new NoticePlace("eu-west-1", null),
        MailServers.sender(settings, Duration.ofSeconds(20)),
        Duration.ofSeconds(2));
  }
}
