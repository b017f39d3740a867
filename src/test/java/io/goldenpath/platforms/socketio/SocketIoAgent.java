package io.goldenpath.platforms.socketio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the agent of {@code src/test/node/socketio-chat.mjs} says, in Java. */
final class SocketIoAgent {

  private static final Pattern QUESTION =
      Pattern.compile("code ([A-Z]+).*?(\\d+) \\+ (\\d+)", Pattern.DOTALL);

  private final String run = UUID.randomUUID().toString();
  private final String user;

  SocketIoAgent(String user) {
    this.user = user;
  }

  String run() {
    return run;
  }

  /** Events as their names and arguments; those without arguments are tricks of the server. */
  List<List<Object>> events(String text, String fault) {
    List<Object> started = agent("started", user);
    List<Object> toolStart = tool("start", user);
    List<Object> toolEnd = tool("end", user);
    List<List<Object>> rest = rest(text);
    return switch (fault) {
      case "missing" -> joined(rest, toolStart, toolEnd);
      case "unpaired" -> joined(rest, started, toolStart);
      case "doubled" -> joined(rest, started, started, toolStart, toolEnd);
      case "moved" -> joined(rest, started, toolEnd, toolStart);
      case "silent" -> List.of(started, toolStart);
      case "drop", "no-ping", "leave" -> List.of(started, List.of(fault));
      case "garbage" -> joined(rest, started, List.of(fault), toolStart, toolEnd);
      case "error" -> List.of(started, failed());
      case "foreign-user" ->
          joined(rest, started, tool("start", "somebody-else@example.com"), toolEnd);
      default -> joined(rest, started, toolStart, toolEnd);
    };
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static List<List<Object>> joined(List<List<Object>> rest, List<Object>... first) {
    List<List<Object>> events = new ArrayList<>(List.of(first));
    events.addAll(rest);
    return events;
  }

  private List<List<Object>> rest(String text) {
    List<List<Object>> events = new ArrayList<>();
    answer(text).forEach(word -> events.add(List.of("delta", run, word)));
    byte[] sound = "not really audio".getBytes(StandardCharsets.UTF_8);
    events.add(List.of("audio", Map.of("run", run), sound));
    events.add(agent("done", user));
    return events;
  }

  private static List<String> answer(String text) {
    Matcher asked = QUESTION.matcher(text);
    if (!asked.find()) {
      return List.of("What?");
    }
    int sum = Integer.parseInt(asked.group(2)) + Integer.parseInt(asked.group(3));
    return List.of(asked.group(1) + " ", "makes ", Integer.toString(sum));
  }

  private List<Object> agent(String state, String owner) {
    return List.of("agent", state, Map.of("run", run, "user", owner));
  }

  private List<Object> failed() {
    return List.of("agent", "failed", Map.of("run", run, "message", "model unavailable"));
  }

  private List<Object> tool(String state, String owner) {
    return List.of(
        "agent", "tool", Map.of("run", run, "user", owner, "name", "calculator", "state", state));
  }
}
