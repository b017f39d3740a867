package io.goldenpath.inference.event;

import io.goldenpath.inference.chat.Discriminator;
import io.goldenpath.inference.chat.MessagePlace;
import io.goldenpath.inference.chat.MessagePlace.Root;
import io.goldenpath.inference.chat.TextShape;
import io.goldenpath.inference.event.AnswerPlace.Kind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the text that answers a question. */
public final class AnswerFinder {

  private static final Pattern ASIDE =
      Pattern.compile("(?i).*(?:think|thought|reason|argument|tool|log|title|suggest|usage).*");
  private static final Set<String> KEYS =
      Set.of(
          "answer",
          "text",
          "content",
          "message",
          "output",
          "response",
          "reply",
          "delta",
          "token",
          "result",
          "chunk",
          "data",
          "value",
          "final_answer",
          "output_text");

  /** A whole answer may differ from its parts by so much: blanks, a word of its own. */
  private static final double TOLERANCE = 1.2;

  private final RunEnding ending;
  private final List<Part> parts;

  private AnswerFinder(RecordedEvents events, RunEnding ending, String question) {
    this.ending = ending;
    this.parts =
        events.messages().stream()
            .flatMap(named ->
                named.message().leaves().entrySet().stream()
                    .filter(leaf -> leaf.getValue().isString())
                    .map(leaf -> new Part(named, leaf.getKey(), leaf.getValue().stringValue())))
            .filter(part -> part.mayAnswer(question))
            .toList();
  }

  /** The place of the answer among these events; empty where no message has a text. */
  public static Optional<AnswerPlace> find(
      RecordedEvents events, RunEnding ending, String question) {
    AnswerFinder finder = new AnswerFinder(events, ending, question);
    return finder.stream().or(finder::whole);
  }

  private record Part(NamedMessage named, MessagePlace place, String text) {

    boolean mayAnswer(String question) {
      return place.root() != Root.NAME
          && place.root() != Root.HEADERS
          && !Discriminator.isKey(place.key())
          && !Discriminator.isSender(place.key())
          && !TextShape.isIdKey(place.key())
          && !TextShape.isSensitive(place.key().equals("token") ? "" : place.key())
          && !TextShape.isId(text.strip())
          && !TextShape.isTime(text)
          && !text.strip().equals(question.strip())
          && !ASIDE.matcher(place.key()).matches();
    }

    String group() {
      return named.name() + " " + place.pointer();
    }
  }

  /** Pieces of one event, which may stand in one message as a whole too. */
  private Optional<AnswerPlace> stream() {
    Map<String, List<Part>> groups =
        parts.stream()
            .collect(Collectors.groupingBy(Part::group, LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream()
        .filter(group -> group.stream().map(Part::text).distinct().count() > 1)
        .filter(group -> !ASIDE.matcher(group.getFirst().named().name()).matches())
        .max(Comparator.comparingInt(AnswerFinder::length))
        .map(this::streamed);
  }

  private static int length(List<Part> group) {
    return isSnapshot(group) ? group.getLast().text().length() : joined(group).length();
  }

  private AnswerPlace streamed(List<Part> group) {
    Part first = group.getFirst();
    boolean snapshot = isSnapshot(group);
    String text = snapshot ? group.getLast().text() : joined(group);
    AnswerPlace streamed =
        new AnswerPlace(
            snapshot ? Kind.SNAPSHOT : Kind.DELTAS, first.place(), first.named().name(), false);
    return parts.stream()
        .filter(part -> part.named().equals(ending.last()) && isWhole(part.text(), text))
        .min(Comparator.comparingInt(part -> part.place().depth()))
        .map(part -> new AnswerPlace(Kind.AT, part.place(), null, false))
        .orElseGet(() -> longer(text).orElse(streamed));
  }

  /** A whole text beside pieces that are something else. */
  private Optional<AnswerPlace> longer(String text) {
    return parts.stream()
        .filter(part -> part.named().equals(ending.last()))
        .filter(part -> part.text().length() > 2 * text.length() && isLikely(part))
        .findFirst()
        .map(part -> new AnswerPlace(Kind.AT, part.place(), null, true));
  }

  private static boolean isWhole(String text, String joined) {
    return text.contains(joined.strip()) && text.length() <= TOLERANCE * joined.length() + 2;
  }

  private static String joined(List<Part> group) {
    return group.stream().map(Part::text).collect(Collectors.joining());
  }

  private static boolean isSnapshot(List<Part> group) {
    for (int i = 1; i < group.size(); i++) {
      if (!group.get(i).text().startsWith(group.get(i - 1).text())
          || group.get(i - 1).text().isEmpty()) {
        return false;
      }
    }
    return group.getLast().text().length() > group.getFirst().text().length();
  }

  private Optional<AnswerPlace> whole() {
    return parts.stream()
        .max(
            Comparator.<Part, Boolean>comparing(AnswerFinder::isLikely)
                .thenComparing(part -> !ASIDE.matcher(part.named().name()).matches())
                .thenComparingInt(part -> part.text().length()))
        .map(part ->
            new AnswerPlace(
                Kind.AT,
                part.place(),
                part.named().equals(ending.last()) ? null : part.named().name(),
                !isLikely(part)));
  }

  private static boolean isLikely(Part part) {
    return KEYS.contains(part.place().key().toLowerCase(Locale.ROOT));
  }
}
