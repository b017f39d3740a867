package io.goldenpath.inference.login;

import io.goldenpath.inference.chat.TextShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands in templates in place of recorded values, so that no secret is written. */
public final class Substitutions {

  /** A shorter value may stand within other texts by chance. */
  private static final int LEAST_WITHIN = 8;

  private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z/][\\w.:/|-]*)}");
  private static final Pattern SECRET =
      Pattern.compile("(?i)\\{(?:.*(?:token|passw|secret|ticket|csrf|jwt|cookie|auth).*)}");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, String> replacements = new LinkedHashMap<>();
  private final Map<String, String> placeholders;

  /** None yet. */
  public Substitutions() {
    this(new LinkedHashMap<>());
  }

  private Substitutions(Map<String, String> placeholders) {
    this.placeholders = placeholders;
  }

  /** This value is that variable, such as {@code {token}}. */
  public void put(String value, String replacement) {
    if (!value.isEmpty()) {
      replacements.putIfAbsent(value, replacement);
    }
  }

  /** The same, with these values before all others. */
  Substitutions with(Map<String, String> values) {
    Substitutions more = new Substitutions(placeholders);
    more.replacements.putAll(values);
    replacements.forEach(more.replacements::putIfAbsent);
    return more;
  }

  public boolean knows(String value) {
    return replacements.containsKey(value);
  }

  /** Recorded values that credentials and tokens stand for. */
  public List<String> secrets() {
    return replacements.entrySet().stream()
        .filter(entry -> SECRET.matcher(entry.getValue()).matches())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Placeholders for secrets that no call explains, and what each is. */
  public Map<String, String> placeholders() {
    return placeholders;
  }

  /** A placeholder of this name, which the operator sets. */
  public String placeholder(String name, String about) {
    String variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    placeholders.putIfAbsent(variable, about);
    return "${" + variable + "}";
  }

  /** The text with variables in it. */
  public String text(String text) {
    return text("", text);
  }

  /** The text that stands under this name, with variables in it. */
  public String text(String key, String text) {
    String exact = replacements.get(text);
    if (exact != null) {
      return exact;
    }
    List<String> values = new ArrayList<>(replacements.keySet());
    values.removeIf(value -> value.length() < LEAST_WITHIN && !TextShape.isPhrase(value));
    values.sort(Comparator.comparingInt(String::length).reversed());
    String filled = plain(text);
    for (String value : values) {
      filled = filled.replace(plain(value), replacements.getOrDefault(value, ""));
    }
    boolean unexplained = filled.equals(plain(text));
    return unexplained && isSecret(key, text)
        ? placeholder("PROBE_" + (key.isEmpty() ? "TOKEN" : key), "the recorded " + key)
        : filled;
  }

  private static boolean isSecret(String key, String text) {
    return TextShape.isJwt(text)
        || (TextShape.isSensitive(key) && text.length() >= 4 && !TextShape.isPhrase(text.strip()));
  }

  /** Braces of the platform's own are none of a template. */
  private static String plain(String text) {
    return VARIABLE.matcher(text).replaceAll("{ $1 }").replace("${", "$ {");
  }

  /** The JSON with variables in it. */
  public String json(JsonNode node) {
    return JSON.writeValueAsString(filled("", node));
  }

  /** Each text in it with variables. */
  public JsonNode filled(String key, JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JSON.createObjectNode();
        object
            .properties()
            .forEach(field -> copy.set(field.getKey(), filled(field.getKey(), field.getValue())));
        yield copy;
      }
      case ArrayNode list -> {
        ArrayNode copy = JSON.createArrayNode();
        list.forEach(item -> copy.add(filled(key, item)));
        yield copy;
      }
      default -> leaf(key, node);
    };
  }

  private JsonNode leaf(String key, JsonNode node) {
    if (node.isNumber()
        && replacements.containsKey(node.asString())
        && (TextShape.isIdKey(key) || node.asString().length() >= LEAST_WITHIN)) {
      return JSON.getNodeFactory().stringNode(replacements.get(node.asString()));
    }
    return node.isString() ? JSON.getNodeFactory().stringNode(text(key, node.stringValue())) : node;
  }
}
