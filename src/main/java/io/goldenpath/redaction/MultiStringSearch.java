package io.goldenpath.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Search for many texts at once, in one pass that costs the same however many they are: each is
 * found by its rarest n-gram.
 */
public final class MultiStringSearch {

  private final List<NgramTable> windows = new ArrayList<>();

  private MultiStringSearch() {}

  /** Searches for these texts, none of which may be empty. */
  public static MultiStringSearch of(List<String> texts) {
    MultiStringSearch index = new MultiStringSearch();
    Map<Integer, List<Integer>> byWidth = new TreeMap<>();
    for (int text = 0; text < texts.size(); text++) {
      int width = Math.min(texts.get(text).length(), NgramTable.MAX_WIDTH);
      byWidth.computeIfAbsent(width, _ -> new ArrayList<>()).add(text);
    }
    byWidth.forEach((width, fitting) -> index.windows.add(new NgramTable(texts, fitting, width)));
    return index;
  }

  /** The text in lower case, every letter at its own index. */
  public static char[] folded(String text) {
    char[] letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      char c = letters[i];
      if (c >= 'A') {
        letters[i] = c < 0x80 ? (c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c);
      }
    }
    return letters;
  }

  /** Reports the matches; returns how many candidates it compared. */
  public int find(char[] in, MatchListener matchListener) {
    int candidates = 0;
    for (NgramTable window : windows) {
      candidates += window.find(in, matchListener);
    }
    return candidates;
  }
}
