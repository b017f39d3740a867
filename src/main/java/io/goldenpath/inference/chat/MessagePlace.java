package io.goldenpath.inference.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where something stands in a message, as pointers and as conditions of a dialect write it. */
public record MessagePlace(Root root, List<String> path) {

  /** The event of Socket.IO, the destination of STOMP, the type of a GraphQL message. */
  public static final MessagePlace NAME = new MessagePlace(Root.NAME, List.of());

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern INDEX = Pattern.compile("\\d+");

  /** What a place begins at. */
  public enum Root {
    FRAME,
    ARGS,
    ACK,
    HEADERS,
    NAME
  }

  public MessagePlace {
    path = List.copyOf(path);
  }

  /** The last name in it; empty where there is none. */
  public String key() {
    return path.reversed().stream()
        .filter(part -> !INDEX.matcher(part).matches())
        .findFirst()
        .orElse("");
  }

  public int depth() {
    return path.size();
  }

  /** Whether it is within a list of the message's JSON. */
  public boolean isInList() {
    int from = root == Root.FRAME ? 0 : 1;
    return path.stream().skip(from).anyMatch(part -> INDEX.matcher(part).matches());
  }

  /** As {@code event}, {@code fields} and {@code answer} have it. */
  public String pointer() {
    return switch (root) {
      case NAME -> "= name";
      case HEADERS -> "header:" + path.getFirst();
      case FRAME -> path.isEmpty() ? "= frame" : joined();
      case ARGS -> "args" + joined();
      case ACK -> "ack" + joined();
    };
  }

  /** Pointer to the object that it is a field of; empty where it is none. */
  public Optional<String> around() {
    boolean field = root == Root.FRAME || (root == Root.ARGS && depth() > 1);
    return Optional.of(path)
        .filter(_ -> field && depth() > 0)
        .map(all -> new MessagePlace(root, all.subList(0, depth() - 1)))
        .map(around -> around.depth() == 0 ? "" : around.pointer());
  }

  private String joined() {
    return path.stream()
        .map(part -> "/" + part.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  /** As conditions have it. */
  public String expression() {
    return root.name().toLowerCase(Locale.ROOT)
        + path.stream().map(MessagePlace::selected).collect(Collectors.joining());
  }

  private static String selected(String part) {
    if (INDEX.matcher(part).matches()) {
      return "[" + part + "]";
    }
    return IDENTIFIER.matcher(part).matches() && !Cel.isReserved(part)
        ? "." + part
        : "[" + Cel.quoted(part) + "]";
  }
}
