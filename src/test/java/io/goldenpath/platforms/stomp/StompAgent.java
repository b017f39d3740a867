package io.goldenpath.platforms.stomp;

import io.goldenpath.journey.login.FakeAgent;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.annotation.SubscribeMapping;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Greets whoever subscribes, and answers; a scan of the monitor must not find it. */
@Controller
@Profile(StompPlatform.PROFILE)
class StompAgent {

  private final SimpMessagingTemplate messages;
  private final FaultSwitch faults;

  StompAgent(SimpMessagingTemplate messages, FaultSwitch faults) {
    this.messages = messages;
    this.faults = faults;
  }

  record Question(String text, String id) {}

  record Event(String type, String user, Map<String, Object> body) {}

  @GetMapping("/csrf")
  @ResponseBody
  Map<String, String> csrf(CsrfToken token) {
    return Map.of("headerName", token.getHeaderName(), "token", token.getToken());
  }

  @SubscribeMapping("/hello")
  Map<String, String> hello(Principal user) {
    return Map.of("type", "welcome", "user", user.getName());
  }

  @MessageMapping("/ask")
  void ask(@Payload Question question, Principal user) {
    String run = UUID.randomUUID().toString();
    events(question, user.getName()).forEach(event -> tell(user.getName(), run, event));
    if (faults.is(StompFault.FAILED)) {
      messages.convertAndSendToUser(
          user.getName(),
          "/queue/errors",
          Map.of("type", "run.failed", "message", "model backend unavailable"));
    }
  }

  private List<Event> events(Question question, String user) {
    String owner = faults.is(StompFault.FOREIGN) ? StompPlatform.other(user) : user;
    Map<String, Object> tool = Map.of("callId", "c1", "tool", "calculator");
    List<Event> events = new ArrayList<>();
    events.add(new Event("run.started", user, Map.of("replyTo", question.id())));
    events.add(new Event("tool.started", user, tool));
    events.add(new Event("tool.finished", user, tool));
    for (String word : FakeAgent.answer(question.text()).split("(?<= )", -1)) {
      Map<String, Object> delta = Map.of("index", events.size() - 3, "delta", word);
      events.add(new Event("text.delta", owner, delta));
    }
    events.add(
        new Event("run.finished", user, Map.of("answer", FakeAgent.answer(question.text()))));
    return changed(events);
  }

  private List<Event> changed(List<Event> events) {
    if (faults.is(StompFault.MISSING)) {
      events.remove(2);
    } else if (faults.is(StompFault.SKIPPED)) {
      events.remove(4);
    } else if (faults.is(StompFault.DOUBLED)) {
      events.add(3, events.get(2));
    } else if (faults.is(StompFault.MOVED)) {
      Collections.swap(events, 1, 2);
    } else if (faults.is(StompFault.SILENT) || faults.is(StompFault.FAILED)) {
      events.subList(1, events.size()).clear();
    }
    return events;
  }

  private void tell(String user, String run, Event event) {
    SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.create();
    headers.setNativeHeader("run-id", run);
    headers.setNativeHeader("event-type", event.type());
    messages.convertAndSendToUser(user, "/queue/events", event, headers.getMessageHeaders());
  }
}
