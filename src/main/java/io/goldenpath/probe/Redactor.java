package io.goldenpath.probe;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets out of texts before anything is kept or told: those that are known, in every form
 * in which they may come back, and whatever looks like one.
 */
public final class Redactor {

  private static final String MASK = "***";
  private static final int TELLING = 6;
  private static final int WINDOW = 4096;

  private static final Pattern NAMED_SO =
      Pattern.compile(
          "(?i).*(?:token|secret|passw|credential|ticket|code|key|csrf|xsrf|session|cookie|auth|jwt"
              + "|sign|state).*");

  private final Set<Secret> secrets;
  private final List<String> forms;

  private Redactor(Set<Secret> secrets) {
    this.secrets = secrets;
    this.forms =
        secrets.stream()
            .flatMap(secret -> SecretForms.of(secret.reveal()).stream())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Takes out these secrets, and whatever looks like one. */
  public static Redactor of(Collection<Secret> secrets) {
    return new Redactor(new LinkedHashSet<>(secrets));
  }

  /** Takes out this secret too. */
  public Redactor and(Secret secret) {
    if (secrets.contains(secret)) {
      return this;
    }
    Set<Secret> more = new LinkedHashSet<>(secrets);
    more.add(secret);
    return new Redactor(more);
  }

  /** Whether a value of this name is better not shown. */
  public static boolean soundsSecret(String name) {
    return NAMED_SO.matcher(name).matches();
  }

  /** The text without any secret. */
  public String redact(String text) {
    String clean = text;
    for (String form : forms) {
      clean = clean.replace(form, MASK);
    }
    return SecretShapes.mask(withoutBeginnings(clean), MASK);
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
    for (String form : forms) {
      int most = Math.min(Math.min(form.length() - 1, end), WINDOW);
      for (int length = most; length >= TELLING && end - length < from; length--) {
        if (text.startsWith(form.substring(0, length), end - length)) {
          from = end - length;
        }
      }
    }
    return from;
  }
}
