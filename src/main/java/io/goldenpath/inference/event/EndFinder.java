package io.goldenpath.inference.event;

import io.goldenpath.inference.chat.Cel;
import io.goldenpath.inference.chat.ChatMessage;
import io.goldenpath.inference.chat.Discriminator;
import io.goldenpath.inference.chat.MessagePlace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what ends a run. */
public final class EndFinder {

  private static final Duration LEAST_QUIET = Duration.ofMillis(1500);
  private static final Set<String> GOOD =
      Set.of("complete", "completed", "success", "succeeded", "ok", "finished", "done");
  private static final Pattern END_WORD =
      Pattern.compile(
          "(?i)(?<before>.*?)(?:done|completed?|finish(?:ed)?|ended|end|final|result|success|succeeded)");

  private EndFinder() {}

  /** The end of these events. */
  public static RunEnding find(RecordedEvents events) {
    List<NamedMessage> messages = events.messages();
    for (int i = messages.size() - 1; i >= 0; i--) {
      NamedMessage named = messages.get(i);
      if (EventRole.of(named.name()) == EventRole.COMPLETED && isSingle(events, named)) {
        return ending(named, messages.subList(i + 1, messages.size()), false);
      }
    }
    NamedMessage last = messages.getLast();
    return isSingle(events, last) ? ending(last, List.of(), true) : quiet(messages);
  }

  private static boolean isSingle(RecordedEvents events, NamedMessage named) {
    return events.named(named.name()).size() == 1;
  }

  private static RunEnding quiet(List<NamedMessage> messages) {
    double longest = 0;
    for (int i = 1; i < messages.size(); i++) {
      longest =
          Math.max(longest, messages.get(i).message().at() - messages.get(i - 1).message().at());
    }
    Duration quiet = Duration.ofSeconds(Math.min(30, (long) Math.ceil(3 * longest)));
    return new RunEnding(
        null,
        List.of(),
        null,
        quiet.compareTo(LEAST_QUIET) < 0 ? LEAST_QUIET : quiet,
        List.of(),
        true);
  }

  private static RunEnding ending(NamedMessage last, List<NamedMessage> after, boolean guessed) {
    Optional<Map.Entry<MessagePlace, String>> outcome = outcome(last.message());
    List<String> success = new ArrayList<>(last.conditions());
    String failure = outcome.isPresent() ? null : failure(last);
    if (outcome.isPresent()) {
      MessagePlace place = outcome.get().getKey();
      String good = Cel.equal(place.expression(), outcome.get().getValue());
      if (!success.contains(good)) {
        failure =
            Cel.all(
                Stream.concat(
                        success.stream(),
                        Stream.of(
                            place.expression() + " != " + Cel.quoted(outcome.get().getValue())))
                    .toList());
        success.add(good);
      } else {
        failure = failure(last);
      }
    }
    return new RunEnding(last, success, failure, null, after, guessed);
  }

  private static Optional<Map.Entry<MessagePlace, String>> outcome(ChatMessage message) {
    return message.leaves().keySet().stream()
        .filter(place -> Discriminator.isOutcome(place.key()) && !place.isInList())
        .flatMap(place -> message.text(place).stream().map(text -> Map.entry(place, text)))
        .filter(entry -> GOOD.contains(entry.getValue().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The same event with a word of failure in place of that of success. */
  private static @Nullable String failure(NamedMessage last) {
    String condition = last.conditions().getLast();
    int at = condition.indexOf(" == '");
    if (condition.equals(Cel.equal(MessagePlace.NAME.expression(), "complete"))) {
      return null;
    }
    String value = at < 0 ? "" : condition.substring(at + 5, condition.length() - 1);
    Matcher word = END_WORD.matcher(value);
    if (at < 0 || !word.matches()) {
      return null;
    }
    String end = value.substring(word.group("before").length());
    List<String> words =
        Stream.of("failed", "error", "cancelled")
            .map(bad -> Cel.quoted(word.group("before") + likewise(end, bad)))
            .toList();
    List<String> conditions =
        new ArrayList<>(last.conditions().subList(0, last.conditions().size() - 1));
    conditions.add(condition.substring(0, at) + " in [" + String.join(", ", words) + "]");
    return Cel.all(conditions);
  }

  /** In small or large letters as the other word. */
  private static String likewise(String end, String word) {
    if (end.equals(end.toUpperCase(Locale.ROOT))) {
      return word.toUpperCase(Locale.ROOT);
    }
    return Character.isUpperCase(end.charAt(0))
        ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
        : word;
  }
}
