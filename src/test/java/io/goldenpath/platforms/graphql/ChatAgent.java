package io.goldenpath.platforms.graphql;

import io.goldenpath.platforms.graphql.ChatEvent.RunFinished;
import io.goldenpath.platforms.graphql.ChatEvent.RunStarted;
import io.goldenpath.platforms.graphql.ChatEvent.TextDelta;
import io.goldenpath.platforms.graphql.ChatEvent.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An agent that adds, with a tool and an answer word by word. */
final class ChatAgent {

  private static final Pattern QUESTION = Pattern.compile("([A-Z]{4,}).*?(\\d+) \\+ (\\d+)");
  private static final int RESULT = 2;

  private ChatAgent() {}

  /** What it says to this question, with this fault. */
  static List<ChatEvent> events(String text, String user, ChatFault fault) {
    String named = fault == ChatFault.FOREIGN_USER ? "user-of-nobody" : user;
    List<ChatEvent> events = new ArrayList<>(good(text, named));
    switch (fault) {
      case MISSING -> events.removeFirst();
      case DOUBLED -> events.add(RESULT, events.get(RESULT));
      case MOVED -> events.add(RESULT + 1, events.removeFirst());
      case SILENT, ERROR -> events.subList(RESULT, events.size()).clear();
      case ERROR_IN_NEXT -> {
        RunFinished end = (RunFinished) events.removeLast();
        events.add(new RunFinished(end.runId(), end.userId(), null));
      }
      case NONE, FOREIGN_USER, REFUSED -> {}
    }
    return events;
  }

  private static List<ChatEvent> good(String text, String user) {
    Matcher asked = QUESTION.matcher(text);
    int sum =
        asked.find() ? Integer.parseInt(asked.group(2)) + Integer.parseInt(asked.group(3)) : 0;
    String answer = sum == 0 ? "What?" : asked.group(1) + " makes " + sum;
    String run = UUID.randomUUID().toString();
    String call = UUID.randomUUID().toString();
    return Stream.of(
            Stream.of(
                new RunStarted(run, user),
                new ToolCall(call, "calculator", "start", null),
                new ToolCall(call, "calculator", "end", sum)),
            Stream.of(answer.split("(?<= )")).map(TextDelta::new),
            Stream.of(new RunFinished(run, user, answer)))
        .<ChatEvent>flatMap(event -> event)
        .toList();
  }
}
