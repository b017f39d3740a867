package io.goldenpath.journey.login;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** An agent that answers the golden path's question. */
public final class FakeAgent {

  private static final Pattern QUESTION =
      Pattern.compile("code ([A-Z]+) and tell me: what is (\\d+) \\+ (\\d+)");

  private FakeAgent() {}

  /** The five events that answer this message. */
  public static List<String> frames(String message) {
    String question = JsonMapper.shared().readTree(message).at("/payload/content").asString("");
    String run = "r-" + Integer.toHexString(question.hashCode());
    String event = "{\"type\":\"%s\",\"run_id\":\"" + run + "\",\"thread_id\":\"t-1\"%s}";
    return List.of(
        event.formatted("agent_started", ""),
        event.formatted("agent_thinking", ""),
        event.formatted("tool_executing", ",\"tool_name\":\"adder\""),
        event.formatted("tool_completed", ",\"tool_name\":\"adder\""),
        event.formatted("agent_completed", ",\"final_response\":\"" + answer(question) + "\""));
  }

  /** The code and the sum. */
  public static String answer(String question) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.find()) {
      return "what?";
    }
    int sum = Integer.parseInt(asked.group(2)) + Integer.parseInt(asked.group(3));
    return asked.group(1) + " makes " + sum;
  }
}
