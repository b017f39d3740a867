package io.goldenpath.catalogue.spoken;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** STOMP 1.2: each text of the platform is a MESSAGE of the one subscription. */
final class SpokenStomp implements SpokenFraming {

  private static final Pattern SUBSCRIPTION = Pattern.compile("(?m)^id:(.+)$");
  private static final String CONNECTED = "CONNECTED\nversion:1.2\nheart-beat:30000,30000\n\n\0";
  private static final String RECEIPT = "RECEIPT\nreceipt-id:goodbye\n\n\0";
  private static final String BEAT = "\n";

  private final Queue<String> waiting = new ArrayDeque<>();
  private String subscription = "";
  private int messages;

  @Override
  public Passed received(String frame) {
    String command = frame.lines().findFirst().orElse("");
    return switch (command) {
      case "CONNECT" -> Passed.back(List.of(CONNECTED));
      case "SUBSCRIBE" -> Passed.back(subscribed(frame));
      case "SEND" -> Passed.on(frame.substring(frame.indexOf("\n\n") + 2, frame.lastIndexOf('\0')));
      case "DISCONNECT" -> Passed.back(List.of(RECEIPT));
      default -> Passed.on(PlatformText.PONG);
    };
  }

  private List<String> subscribed(String frame) {
    Matcher id = SUBSCRIPTION.matcher(frame);
    subscription = id.find() ? id.group(1) : "";
    List<String> frames = waiting.stream().map(this::message).toList();
    waiting.clear();
    return frames;
  }

  @Override
  public List<String> said(String text) {
    if (PlatformText.isPing(PlatformText.read(text))) {
      return List.of(BEAT);
    }
    if (subscription.isEmpty()) {
      waiting.add(text);
      return List.of();
    }
    return List.of(message(text));
  }

  private String message(String body) {
    messages++;
    return "MESSAGE\nsubscription:%s\nmessage-id:%d\ndestination:/queue/said\n"
            .formatted(subscription, messages)
        + "content-type:application/json\ncontent-length:%d\n\n"
            .formatted(body.getBytes(StandardCharsets.UTF_8).length)
        + body
        + "\0";
  }
}
