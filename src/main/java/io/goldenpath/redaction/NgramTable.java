package io.goldenpath.redaction;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hash table of texts by one n-gram of each: neighbouring letters, packed into one number. */
final class NgramTable {

  /** Letters of 16 bits that fit into a {@code long}. */
  static final int MAX_WIDTH = 4;

  private static final long HASH_MULTIPLIER = 0x9E3779B97F4A7C15L;
  private static final int MOST_COUNTERS = 1 << 18;

  private final int width;
  private final long mask;
  private final Map<Long, List<Entry>> byHash = new HashMap<>();

  /** Spares most n-grams of a text the look-up. */
  private final BitSet slots = new BitSet();

  private final int slotCount;

  NgramTable(List<String> all, List<Integer> numbers, int width) {
    this.width = width;
    this.mask = width == MAX_WIDTH ? -1L : (1L << (16 * width)) - 1;
    this.slotCount = Integer.highestOneBit(numbers.size()) * 32;
    int[] counts = counts(numbers.stream().map(all::get).toList());
    for (int number : numbers) {
      String text = all.get(number);
      int offset = rarest(text, counts);
      long hash = hash(text, offset);
      slots.set(slot(hash, slotCount));
      byHash.computeIfAbsent(hash, _ -> new ArrayList<>(1)).add(new Entry(number, text, offset));
    }
  }

  private record Entry(int number, String text, int offset) {

    /** Shows the number alone: the text is secret. */
    @Override
    public String toString() {
      return "Entry[" + number + "]";
    }
  }

  int find(char[] in, MatchListener matchListener) {
    int candidates = 0;
    long key = 0;
    for (int i = 0; i < in.length; i++) {
      key = (key << 16 | in[i]) & mask;
      long hash = key * HASH_MULTIPLIER;
      if (i >= width - 1 && slots.get(slot(hash, slotCount))) {
        List<Entry> entries = byHash.get(hash);
        for (int at = 0; entries != null && at < entries.size(); at++) {
          candidates++;
          Entry entry = entries.get(at);
          compare(entry, in, i + 1 - width - entry.offset(), matchListener);
        }
      }
    }
    return candidates;
  }

  private static void compare(Entry entry, char[] in, int begin, MatchListener matchListener) {
    int length = entry.text().length();
    if (begin >= 0
        && begin + length <= in.length
        && entry.text().contentEquals(CharBuffer.wrap(in, begin, length))) {
      matchListener.matched(entry.number(), begin);
    }
  }

  /** Occurrences of each n-gram; approximate, since some share a counter. */
  private int[] counts(List<String> texts) {
    long windows = texts.stream().mapToLong(String::length).sum();
    int[] counts = new int[Integer.highestOneBit((int) Math.min(MOST_COUNTERS, 2 * windows)) * 2];
    for (String text : texts) {
      for (int offset = 0; offset + width <= text.length(); offset++) {
        counts[slot(hash(text, offset), counts.length)]++;
      }
    }
    return counts;
  }

  private int rarest(String text, int[] counts) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int offset = 0; offset + width <= text.length() && least > 1; offset++) {
      int count = counts[slot(hash(text, offset), counts.length)];
      if (count < least) {
        least = count;
        best = offset;
      }
    }
    return best;
  }

  private long hash(String text, int offset) {
    long key = 0;
    for (int i = offset; i < offset + width; i++) {
      key = key << 16 | text.charAt(i);
    }
    return key * HASH_MULTIPLIER;
  }

  /** One of {@code count} slots, a power of two. */
  private static int slot(long hash, int count) {
    return (int) (hash >>> (Long.numberOfLeadingZeros(count) + 1));
  }
}
