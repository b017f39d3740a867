package io.goldenpath.notify.receiver;

import io.goldenpath.model.target.Secret;
import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.message.NoticeKind;
import io.goldenpath.notify.message.NoticePlace;
import io.goldenpath.notify.message.NoticeText;
import io.goldenpath.notify.message.NoticeWriter;
import io.goldenpath.settings.notify.ReceiverSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A topic of ntfy, which shows messages on phones. */
record NtfyReceiver(ReceiverSettings.Ntfy settings, NoticePlace place, NoticeClient client)
    implements Receiver {

  /** A message has 4,096 bytes at most, and a character up to three for a unit of Java's. */
  private static final int LONGEST_MESSAGE = 1_300;

  /** Of the JSON, in which a letter beyond ASCII has six: ntfy takes 8,192. */
  private static final int MOST_BYTES = 8_000;

  private static final int STEP = 100;
  private static final int MOST_ACTIONS = 3;

  @Override
  public boolean takes(Notice notice) {
    return notice.kind().forPeople();
  }

  @Override
  public DeliveryResult deliver(Notice notice) throws InterruptedException {
    NoticeText text = new NoticeWriter(place).write(notice);
    int length = LONGEST_MESSAGE;
    NoticePost post = post(notice, text, length);
    while (post.bytes() > MOST_BYTES && length > STEP) {
      length -= STEP;
      post = post(notice, text, length);
    }
    return client.post(post);
  }

  private NoticePost post(Notice notice, NoticeText text, int length) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("topic", settings.topic().reveal());
    message.put("title", text.title());
    message.put("message", BoundedText.of(words(text), length));
    message.put("priority", priority(notice));
    message.put("tags", List.of(tag(notice)));
    if (!text.links().isEmpty()) {
      message.put("click", text.links().getFirst().address());
      message.put(
          "actions",
          text.links().stream()
              .limit(MOST_ACTIONS)
              .map(link -> Map.of("action", "view", "label", link.name(), "url", link.address()))
              .toList());
    }
    Secret server = Secret.of(settings.server().toString());
    NoticePost post = NoticePost.of(server, message).hiding(settings.topic());
    Secret token = settings.token();
    return token == null ? post : post.with("Authorization", NoticeClient.bearer(token));
  }

  private static String words(NoticeText text) {
    return Stream.concat(
            text.sentences().stream(),
            text.facts().stream().map(fact -> fact.name() + ": " + fact.value()))
        .collect(Collectors.joining("\n"));
  }

  private static int priority(Notice notice) {
    if (notice.kind() == NoticeKind.RESOLVED || notice.kind() == NoticeKind.TEST) {
      return 3;
    }
    return switch (notice.severity()) {
      case DEGRADED -> 3;
      case DOWN -> 4;
      case CRITICAL -> 5;
    };
  }

  private static String tag(Notice notice) {
    return switch (notice.kind()) {
      case RESOLVED -> "white_check_mark";
      case TEST -> "test_tube";
      case OPENED, CHANGED, ACKNOWLEDGED, REMINDER, REFRESHED ->
          switch (notice.severity()) {
            case DEGRADED -> "warning";
            case DOWN, CRITICAL -> "rotating_light";
          };
    };
  }
}
