package io.goldenpath.notify.receiver;

import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.message.NoticePlace;
import io.goldenpath.notify.message.NoticeText;
import io.goldenpath.notify.message.NoticeWriter;
import io.goldenpath.settings.notify.ReceiverSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A channel of Microsoft Teams, by a workflow that posts adaptive cards. Text runs alone are used
 * for what others wrote: Teams reads no Markdown in them.
 */
record TeamsReceiver(ReceiverSettings.Teams settings, NoticePlace place, NoticeClient client)
    implements Receiver {

  /** A card may have 28 KB. */
  private static final int MOST_BYTES = 27_000;

  private static final int LONGEST_LINE = 900;

  private static final int MOST_LINES = 15;

  @Override
  public boolean takes(Notice notice) {
    return notice.kind().forPeople();
  }

  @Override
  public DeliveryResult deliver(Notice notice) throws InterruptedException {
    NoticeText text = new NoticeWriter(place).write(notice);
    int lines = MOST_LINES;
    NoticePost post = post(text, lines);
    while (post.bytes() > MOST_BYTES && lines > 1) {
      lines--;
      post = post(text, lines);
    }
    return client.post(post);
  }

  private NoticePost post(NoticeText text, int lines) {
    return NoticePost.of(
        settings.url(),
        Map.of(
            "type",
            "message",
            "attachments",
            List.of(
                Map.of(
                    "contentType",
                    "application/vnd.microsoft.card.adaptive",
                    "content",
                    card(text, lines)))));
  }

  private static Map<String, Object> card(NoticeText text, int lines) {
    List<Object> body = new ArrayList<>();
    body.add(line(List.of(run(text.title(), "weight", "bolder", "size", "large"))));
    text.sentences().stream()
        .limit(lines)
        .map(sentence -> line(List.of(run(sentence))))
        .forEach(body::add);
    int left = text.sentences().size() - lines;
    if (left > 0) {
      body.add(line(List.of(run("There is more than fits here: %d more lines.".formatted(left)))));
    }
    text.facts().stream()
        .map(fact -> line(List.of(run(fact.name() + ": ", "weight", "bolder"), run(fact.value()))))
        .forEach(body::add);
    return Map.of(
        "$schema",
        "http://adaptivecards.io/schemas/adaptive-card.json",
        "type",
        "AdaptiveCard",
        "version",
        "1.4",
        "fallbackText",
        text.title(),
        "msteams",
        Map.of("width", "Full"),
        "body",
        body,
        "actions",
        text.links().stream()
            .map(link ->
                Map.of("type", "Action.OpenUrl", "title", link.name(), "url", link.address()))
            .toList());
  }

  private static Map<String, Object> line(List<Map<String, String>> runs) {
    return Map.of("type", "RichTextBlock", "inlines", runs);
  }

  private static Map<String, String> run(String text) {
    return Map.of("type", "TextRun", "text", BoundedText.of(text, LONGEST_LINE));
  }

  private static Map<String, String> run(String text, String... style) {
    Map<String, String> run = new HashMap<>(run(text));
    for (int i = 0; i < style.length; i += 2) {
      run.put(style[i], style[i + 1]);
    }
    return run;
  }
}
