package io.goldenpath.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of texts before anything is kept or told: those that are known, in every form
 * in which they may come back, and whatever looks like one. One that knows many secrets is shared
 * by all that are made from it with {@link #and}.
 */
public final class Redactor {

  private static final String MASK = "***";

  private static final Pattern NAMED_SO =
      Pattern.compile(
          "(?i).*(?:token|secret|passw|credential|ticket|code|key|csrf|xsrf|session|cookie|auth|jwt"
              + "|sign|state).*");

  /** The largest first, each more than the next. */
  private final List<SecretLayer> layers;

  private Redactor(List<SecretLayer> layers) {
    this.layers = layers;
  }

  /** Takes out these secrets, and whatever looks like one. */
  public static Redactor of(Collection<Secret> secrets) {
    return new Redactor(List.of(new SecretLayer(secrets.stream().map(Secret::reveal).toList())));
  }

  /** Takes out this secret too. */
  public Redactor and(Secret secret) {
    String text = secret.reveal();
    if (layers.stream().anyMatch(layer -> layer.holds(text))) {
      return this;
    }
    List<SecretLayer> more = new ArrayList<>(layers);
    SecretLayer top = new SecretLayer(List.of(text));
    while (!more.isEmpty() && more.getLast().size() <= top.size()) {
      top = more.removeLast().with(top);
    }
    more.add(top);
    return new Redactor(List.copyOf(more));
  }

  /** Whether a value of this name is better not shown. */
  public static boolean soundsSecret(String name) {
    return NAMED_SO.matcher(name).matches();
  }

  /** The text without any secret. */
  public String redact(String text) {
    Spans spans = new Spans();
    char[] letters = text.toCharArray();
    layers.forEach(layer -> layer.find(letters, spans));
    return SecretShapes.mask(withoutBeginnings(spans.masked(text, MASK)), MASK);
  }

  /** Where a text was cut, a secret may have been cut as well, and its beginning left. */
  private String withoutBeginnings(String text) {
    String clean = text;
    int end = clean.length();
    while (end > 0) {
      int from = beginning(clean, end);
      if (from < end) {
        clean = clean.substring(0, from) + MASK + clean.substring(end);
      }
      end = clean.lastIndexOf('…', Math.min(from, end) - 1);
    }
    return clean;
  }

  private int beginning(String text, int end) {
    int from = end;
    for (SecretLayer layer : layers) {
      from = Math.min(from, layer.beginning(text, end));
    }
    return from;
  }
}
