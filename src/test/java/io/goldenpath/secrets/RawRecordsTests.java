package io.goldenpath.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.AgentEvent;
import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Reading;
import io.goldenpath.dialect.Dialects;
import io.goldenpath.probe.Call;
import io.goldenpath.probe.ConnectPhases;
import io.goldenpath.probe.FirstMessage;
import io.goldenpath.probe.Login;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.TargetSocket;
import io.goldenpath.probe.User;
import io.goldenpath.wire.ConnectResult;
import io.goldenpath.wire.HttpCall;
import io.goldenpath.wire.HttpReply;
import io.goldenpath.wire.HttpResult;
import io.goldenpath.wire.Received;
import io.goldenpath.wire.UpgradeCall;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that hold what came from the wire, or goes there, before anybody has redacted it. */
class RawRecordsTests {

  private static final String WORD = "hunter2";
  private static final Secret SECRET = Secret.of(WORD);
  private static final Map<String, Secret> HEADERS = Map.of("X-Key", SECRET);

  static Stream<Object> records() {
    HttpReply reply = new HttpReply(200, Map.of("Set-Cookie", List.of(WORD)), WORD);
    URI url = URI.create("wss://api.example.com/ws?token=" + WORD);
    Call call =
        new Call(
            "POST /login",
            "POST",
            SECRET,
            HEADERS,
            new Call.Body.Form(Map.of("word", SECRET)),
            Call.Expectation.NONE);
    AgentEvent.Ids ids = new AgentEvent.Ids(null, null);
    AgentEvent.Body body = new AgentEvent.Body(WORD, false, false, false, WORD);
    AgentEvent event = new AgentEvent("agent_completed", ids, WORD, WORD, body, WORD);
    Reading failure = new Reading.Failure(WORD, Reading.Blame.AUTH, Reading.Actor.NOBODY, ids);
    return Stream.of(
        reply,
        new HttpResult.Answered(reply),
        new ConnectResult.Refused(
            reply, new ConnectResult.Trail(new ConnectPhases(null, null, null, null), 0, null)),
        new HttpCall("POST", url, HEADERS, WORD),
        new UpgradeCall(url, HEADERS, List.of("jwt." + WORD), 1),
        new Received.Text(WORD, 7, 0),
        call,
        call.body(),
        new Call.Body.Json(SECRET),
        new Login.Exchange(List.of(call), null, Login.Whose.TOKENS_OWN),
        new Login.SelfSigned(_ -> SECRET, Duration.ofMinutes(1), SECRET, "sub"),
        new FirstMessage(SECRET, null, null),
        new TargetSocket(SECRET, List.of(), List.of(), HEADERS, 1),
        new User(1, 1, Map.of("password", SECRET)),
        event,
        body,
        new Reading.Event(event),
        failure,
        new Reading.Degraded(WORD),
        new Reading.Response(WORD, false),
        Heard.of(failure),
        Dialects.bundled("agent-events").orElseThrow().read("{\"type\":\"x\",\"y\":\"hunter2\"}"));
  }

  @ParameterizedTest
  @MethodSource("records")
  void showNothingOfIt(Object record) {
    assertThat(record.toString()).doesNotContain(WORD);
  }
}
