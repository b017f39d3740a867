package io.goldenpath.settings.mistakes;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Nearest known word by edit distance. */
public final class SpellingSuggestion {

  private static final int MANY = 20;
  private static final int BEGINNING = 4;

  private SpellingSuggestion() {}

  /** By its letters, or else by how it begins; empty where all are too far. */
  public static Optional<String> of(String written, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(word -> editDistance(word, written)))
        .filter(word -> editDistance(word, written) <= Math.max(2, written.length() / 3))
        .or(() ->
            known.stream()
                .max(Comparator.comparingInt(word -> commonBeginning(word, written)))
                .filter(word -> commonBeginning(word, written) >= BEGINNING)
                .filter(word -> commonBeginning(word, written) * 4 >= written.length() * 3));
  }

  /** Message for an unknown word, with the nearest and, if they are few, all known ones. */
  public static String unknown(String what, String written, Collection<String> known) {
    return "there is no %s '%s'%s%s"
        .formatted(
            what,
            written,
            known.size() > MANY ? "" : "; known: " + String.join(", ", known),
            of(written, known).map(near -> "; perhaps '" + near + "' was meant").orElse(""));
  }

  private static int commonBeginning(String a, String b) {
    int mismatch = Arrays.mismatch(a.toCharArray(), b.toCharArray());
    return mismatch < 0 ? a.length() : mismatch;
  }

  private static int editDistance(String a, String b) {
    int[] before = new int[b.length() + 1];
    Arrays.setAll(before, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(swap, Math.min(before[j], now[j - 1]) + 1);
      }
      before = now;
    }
    return before[b.length()];
  }
}
