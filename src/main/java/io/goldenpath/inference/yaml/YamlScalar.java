package io.goldenpath.inference.yaml;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Texts as YAML has them. */
public final class YamlScalar {

  private static final Pattern PLAIN =
      Pattern.compile(
          "[A-Za-z_/][A-Za-z0-9_./-]*|\\d+(?:ms|s|m|h)?|(?:wss?|https?)://[\\w./:?=&{}-]*[\\w/}]");
  private static final Pattern WORD = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

  private YamlScalar() {}

  /** The text, in quotes unless it means the same without. */
  public static String of(String text) {
    if (PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()) {
      return text;
    }
    boolean printable = text.chars().noneMatch(letter -> letter < ' ' || letter == 0x7f);
    return printable && text.contains("\"") ? "'" + text.replace("'", "''") + "'" : escaped(text);
  }

  private static String escaped(String text) {
    return JsonMapper.shared().writeValueAsString(text).replace("\u007f", "\\u007f");
  }

  /** A list on one line; a single text alone. */
  public static String list(Collection<String> texts) {
    return texts.size() == 1
        ? of(texts.iterator().next())
        : texts.stream().map(YamlScalar::item).collect(Collectors.joining(", ", "[ ", " ]"));
  }

  private static String item(String text) {
    return text.matches("[A-Za-z_/][A-Za-z0-9_./-]*") ? of(text) : quoted(text);
  }

  /** The text in quotes, as flow maps need it. */
  public static String quoted(String text) {
    String plain = of(text);
    return plain.startsWith("'") || plain.startsWith("\"") ? plain : "\"" + plain + "\"";
  }
}
