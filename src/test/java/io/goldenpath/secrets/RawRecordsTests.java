package io.goldenpath.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.dialect.BundledDialects;
import io.goldenpath.dialect.MapValues;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.framing.json.JsonFraming;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.ProxyServer;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TargetSocket;
import io.goldenpath.model.target.TokenLocation.FirstMessage;
import io.goldenpath.model.target.User;
import io.goldenpath.wire.ConnectResult;
import io.goldenpath.wire.HttpCall;
import io.goldenpath.wire.HttpReply;
import io.goldenpath.wire.HttpResult;
import io.goldenpath.wire.ReceiveResult;
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
    HttpReply reply = new HttpReply(200, Map.of("Set-Cookie", List.of(WORD)), WORD, null);
    URI url = URI.create("wss://api.example.com/ws?token=" + WORD);
    RequestTemplate request =
        new RequestTemplate(
            "POST /login",
            "POST",
            SECRET,
            HEADERS,
            new RequestTemplate.Body.Form(Map.of("word", SECRET)),
            RequestTemplate.Expectation.NONE);
    AgentEvent.Ids ids = new AgentEvent.Ids(null, null);
    AgentEvent.Body body = new AgentEvent.Body(WORD, false, false, false, WORD);
    AgentEvent event = new AgentEvent("agent_completed", ids, WORD, WORD, body, WORD);
    FrameContent failure =
        new FrameContent.Failure(
            WORD, FrameContent.ErrorCause.AUTH, FrameContent.ErrorSource.NOBODY, ids);
    Incoming message = new JsonFraming().unwrap("{\"type\":\"x\",\"y\":\"hunter2\"}", 0).getFirst();
    return Stream.of(
        reply,
        new HttpResult.Answered(reply, List.of(), null),
        new ConnectResult.Refused(reply, ConnectResult.Attempt.NONE),
        new HttpCall("POST", url, HEADERS, WORD, Route.DIRECT),
        new UpgradeCall(url, HEADERS, List.of("jwt." + WORD), 1, Route.DIRECT),
        new ReceiveResult.Text(WORD, 7, 0),
        request,
        request.body(),
        new RequestTemplate.Body.Json(SECRET),
        new Login.HttpLogin(List.of(request), null, Login.TokenMetadata.FROM_TOKEN),
        new Login.SelfSignedJwt(_ -> SECRET, Duration.ofMinutes(1), SECRET, "sub"),
        new FirstMessage(SECRET, null, null),
        new TargetSocket(SECRET, List.of(), List.of(), HEADERS, 1),
        ProxyServer.parse("http://me:hunter2@proxy.example.com").orElseThrow(),
        new User(1, 1, Map.of("password", SECRET)),
        event,
        body,
        new FrameContent.Event(event),
        failure,
        new FrameContent.Degraded(WORD),
        new FrameContent.Response(WORD, false),
        DecodedFrame.of(failure),
        message,
        new Outgoing(WORD),
        new Incoming.Refused(WORD),
        new Incoming.Closing(WORD),
        BundledDialects.AGENT_EVENTS
            .conversation(new MapValues(), false)
            .received((Incoming.Message) message, 1, 0));
  }

  @ParameterizedTest
  @MethodSource("records")
  void showNothingOfIt(Object record) {
    assertThat(record.toString()).doesNotContain(WORD);
  }
}
