package io.goldenpath.probe;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of texts before anything is kept or told. */
public final class Redactor {

  private static final Pattern JWT =
      Pattern.compile("eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]+){0,2}");
  private static final String MASK = "***";

  private final List<String> secrets;

  private Redactor(List<String> secrets) {
    this.secrets = secrets;
  }

  /** Takes out these secrets, and whatever looks like a JSON web token. */
  public static Redactor of(Collection<Secret> secrets) {
    return new Redactor(
        secrets.stream()
            .map(Secret::reveal)
            .filter(text -> !text.isBlank())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  /** The text without any secret. */
  public String redact(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, MASK);
    }
    return JWT.matcher(clean).replaceAll(MASK);
  }
}
