package io.goldenpath.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds every one of many texts within another, in one pass that costs the same however many they
 * are: each is looked for by the few letters of it that the fewest of the others share.
 */
public final class TextIndex {

  private final List<TextWindows> windows = new ArrayList<>();

  private TextIndex() {}

  /** Is told where a text begins. */
  @FunctionalInterface
  public interface Found {

    /**
     * A text is here.
     *
     * @param text its place among the texts that are looked for
     * @param from where it begins
     */
    void at(int text, int from);
  }

  /** Looks for these texts, of which none is empty. */
  public static TextIndex of(List<String> texts) {
    TextIndex index = new TextIndex();
    Map<Integer, List<Integer>> byWidth = new TreeMap<>();
    for (int text = 0; text < texts.size(); text++) {
      int width = Math.min(texts.get(text).length(), TextWindows.WIDEST);
      byWidth.computeIfAbsent(width, _ -> new ArrayList<>()).add(text);
    }
    byWidth.forEach((width, fitting) -> index.windows.add(new TextWindows(texts, fitting, width)));
    return index;
  }

  /** Small letters, each in the place of its own. */
  public static void fold(String text, char[] letters) {
    text.getChars(0, text.length(), letters, 0);
    for (int i = 0; i < text.length(); i++) {
      char c = letters[i];
      if (c >= 'A') {
        letters[i] = c < 0x80 ? (c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c);
      }
    }
  }

  /** The text in small letters, each in the place of its own. */
  public static char[] folded(String text) {
    char[] letters = new char[text.length()];
    fold(text, letters);
    return letters;
  }

  /**
   * Tells of every place at which a text begins and ends within a part of another.
   *
   * @return at how many places there was reason to look closer
   */
  public int find(char[] in, int from, int to, Found found) {
    int looks = 0;
    for (TextWindows each : windows) {
      looks += each.find(in, from, to, found);
    }
    return looks;
  }
}
