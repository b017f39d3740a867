package io.goldenpath.inference.exchange;

import io.goldenpath.inference.chat.ChatMessage;
import io.goldenpath.inference.chat.MessagePlace;
import io.goldenpath.inference.chat.TextShape;
import io.goldenpath.inference.exchange.RecordedExchange.Made;
import io.goldenpath.inference.exchange.RecordedExchange.Taken;
import io.goldenpath.inference.login.Substitutions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What of the sent messages is made anew each time, and what was taken from received ones. */
final class SentVariables {

  /** Ids of what was set up once, which stay as they are. */
  private static final Pattern SET_UP =
      Pattern.compile(
          "(?i)(?:model|assistant|agent|app|application|tenant|org|organization|project|workspace"
              + "|bot|user|provider|version|graph|client)[_-]?(?:id|uuid|key|ref)?");

  private static final int MOST_DIGITS = 6;
  private static final double DAY_SECONDS = 86_400;

  private final Substitutions known;
  private final Function<ChatMessage, String> condition;
  private final Map<String, Made> made = new LinkedHashMap<>();
  private final List<Taken> taken = new ArrayList<>();

  SentVariables(Substitutions known, Function<ChatMessage, String> condition) {
    this.known = known;
    this.condition = condition;
  }

  Map<String, Made> made() {
    return made;
  }

  List<Taken> taken() {
    return taken;
  }

  /** Reads a sent message, with what was received before it. */
  void read(ChatMessage message, List<ChatMessage> received, String scope) {
    message
        .leaves()
        .forEach((place, leaf) -> {
          if (!place.equals(MessagePlace.NAME) && !known.knows(leaf.asString())) {
            if (leaf.isString()) {
              text(place, leaf.stringValue(), received, scope);
            } else if (leaf.isIntegralNumber()) {
              number(place, leaf, message.at(), scope);
            }
          }
        });
  }

  private void text(MessagePlace place, String text, List<ChatMessage> received, String scope) {
    if (TextShape.isTime(text)) {
      known.put(text, "{isoTimestamp}");
      return;
    }
    boolean id = TextShape.isId(text) || TextShape.isToken(text);
    boolean named =
        TextShape.isIdKey(place.key()) && text.matches(".*\\d.*") && !TextShape.isPhrase(text);
    if (!id && !named) {
      return;
    }
    Optional<Taken> source = source(text, place.key(), received);
    if (source.isPresent()) {
      taken.add(source.get());
      known.put(text, "{" + source.get().variable() + "}");
    } else if (!SET_UP.matcher(place.key()).matches()) {
      boolean digits = text.matches("\\d+");
      String name = name(place.key());
      made.put(name, new Made(digits ? "counter" : "uuid", scope));
      known.put(text, digits ? "{" + name + "|string}" : "{" + name + "}");
    }
  }

  private Optional<Taken> source(String text, String key, List<ChatMessage> received) {
    return received.stream()
        .flatMap(message ->
            message.leaves().entrySet().stream()
                .filter(leaf -> leaf.getValue().asString().equals(text))
                .map(leaf -> new Taken(condition.apply(message), name(key), leaf.getKey())))
        .findFirst();
  }

  private void number(MessagePlace place, JsonNode leaf, double at, String scope) {
    double value = leaf.asDouble();
    if (Math.abs(value / 1_000 - at) < DAY_SECONDS) {
      known.put(leaf.asString(), "{epochMillis}");
    } else if (Math.abs(value - at) < DAY_SECONDS) {
      known.put(leaf.asString(), "{epochSeconds}");
    } else if (TextShape.isIdKey(place.key())
        && !SET_UP.matcher(place.key()).matches()
        && leaf.asString().length() <= MOST_DIGITS) {
      String name = name(place.key());
      made.put(name, new Made("counter", scope));
      known.put(leaf.asString(), "{" + name + "}");
    }
  }

  /** A name of its own: those of the monitor mean something else. */
  private String name(String key) {
    String clean = key.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^[^A-Za-z]+|_+$", "");
    String name = clean.isEmpty() ? "value" : "sent_" + clean;
    String free = name;
    for (int i = 2; made.containsKey(free) || isTaken(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  private boolean isTaken(String name) {
    return taken.stream().anyMatch(one -> one.variable().equals(name));
  }
}
