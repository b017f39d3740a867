package io.goldenpath.notify.receiver;

import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.message.NoticePlace;
import io.goldenpath.notify.message.NoticeText;
import io.goldenpath.notify.message.NoticeWriter;
import io.goldenpath.settings.notify.ReceiverSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A channel of Slack, by an incoming webhook. */
record SlackReceiver(ReceiverSettings.Slack settings, NoticePlace place, NoticeClient client)
    implements Receiver {

  /** Slack's limits; a message may have 50 blocks, which no message of ours has. */
  private static final int LONGEST_HEADER = 150;

  private static final int LONGEST_SECTION = 3_000;

  @Override
  public boolean takes(Notice notice) {
    return notice.kind().forPeople();
  }

  @Override
  public DeliveryResult deliver(Notice notice) throws InterruptedException {
    NoticeText text = new NoticeWriter(place).write(notice);
    List<Object> blocks = new ArrayList<>();
    blocks.add(
        Map.of(
            "type",
            "header",
            "text",
            Map.of("type", "plain_text", "text", BoundedText.of(text.title(), LONGEST_HEADER))));
    text.sentences().forEach(sentence -> blocks.add(section(List.of(escaped(sentence)))));
    if (!text.facts().isEmpty()) {
      blocks.add(
          section(
              text.facts().stream()
                  .map(fact -> "*%s:* %s".formatted(fact.name(), escaped(fact.value())))
                  .toList()));
    }
    if (!text.links().isEmpty()) {
      blocks.add(
          section(
              List.of(
                  text.links().stream()
                      .map(link -> "<%s|%s>".formatted(link.address(), link.name()))
                      .collect(Collectors.joining("  ·  ")))));
    }
    return client.post(
        NoticePost.of(settings.url(), Map.of("text", escaped(text.title()), "blocks", blocks)));
  }

  private static Map<String, Object> section(List<String> lines) {
    String text = BoundedText.of(String.join("\n", lines), LONGEST_SECTION);
    return Map.of(
        "type", "section", "text", Map.of("type", "mrkdwn", "verbatim", true, "text", text));
  }

  /** So that nothing in it is a link, a channel or a call of everybody. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
