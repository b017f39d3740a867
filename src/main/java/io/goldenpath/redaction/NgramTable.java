package io.goldenpath.redaction;

import java.util.Arrays;
import java.util.List;

/** Hash table of texts by one n-gram of each: neighbouring letters, packed into one number. */
final class NgramTable {

  /** Letters of 16 bits that fit into a {@code long}. */
  static final int MAX_WIDTH = 4;

  private static final long HASH_MULTIPLIER = 0x9E3779B97F4A7C15L;
  private static final int MOST_COUNTERS = 1 << 18;
  private static final int NONE = -1;

  /** For so few texts it is not worth counting which n-gram is rarest. */
  private static final int FEW = 16;

  private final int width;
  private final long mask;
  private final int shift;
  private final char[][] texts;
  private final int[] numbers;
  private final int[] offsets;
  private final int[] next;
  private final long[] keys;
  private final int[] heads;

  NgramTable(List<String> all, List<Integer> numbers, int width) {
    this.width = width;
    this.mask = width == MAX_WIDTH ? -1L : (1L << (16 * width)) - 1;
    this.numbers = numbers.stream().mapToInt(Integer::intValue).toArray();
    this.texts =
        numbers.stream().map(number -> all.get(number).toCharArray()).toArray(char[][]::new);
    this.offsets = new int[texts.length];
    this.next = new int[texts.length];
    int buckets = Integer.highestOneBit(Math.max(2, texts.length)) * 4;
    this.shift = Long.numberOfLeadingZeros(buckets) + 1;
    this.keys = new long[buckets];
    this.heads = new int[buckets];
    Arrays.fill(heads, NONE);
    if (texts.length <= FEW) {
      for (int text = 0; text < texts.length; text++) {
        put(text, (texts[text].length - width) / 2);
      }
    } else {
      int[] counts = counts();
      for (int text = 0; text < texts.length; text++) {
        put(text, rarest(texts[text], counts));
      }
    }
  }

  int find(char[] in, int from, int to, MatchListener matchListener) {
    int candidates = 0;
    long key = 0;
    for (int i = from; i < to; i++) {
      key = (key << 16 | in[i]) & mask;
      if (i - from < width - 1) {
        continue;
      }
      for (int bucket = bucket(key); heads[bucket] != NONE; bucket = nextBucket(bucket)) {
        if (keys[bucket] == key) {
          candidates += candidates(heads[bucket], in, i + 1 - width, from, to, matchListener);
          break;
        }
      }
    }
    return candidates;
  }

  private int candidates(
      int head, char[] in, int at, int from, int to, MatchListener matchListener) {
    int candidates = 0;
    for (int text = head; text != NONE; text = next[text]) {
      candidates++;
      int begin = at - offsets[text];
      int end = begin + texts[text].length;
      if (begin >= from
          && end <= to
          && Arrays.equals(texts[text], 0, texts[text].length, in, begin, end)) {
        matchListener.matched(numbers[text], begin);
      }
    }
    return candidates;
  }

  private void put(int text, int offset) {
    long key = key(texts[text], offset);
    int bucket = bucket(key);
    while (heads[bucket] != NONE && keys[bucket] != key) {
      bucket = nextBucket(bucket);
    }
    keys[bucket] = key;
    offsets[text] = offset;
    next[text] = heads[bucket];
    heads[bucket] = text;
  }

  /** Occurrences of each n-gram; approximate, since some share a counter. */
  private int[] counts() {
    long windows = Arrays.stream(texts).mapToLong(text -> text.length).sum();
    int[] counts = new int[Integer.highestOneBit((int) Math.min(MOST_COUNTERS, 2 * windows)) * 2];
    for (char[] text : texts) {
      for (int offset = 0; offset + width <= text.length; offset++) {
        counts[counter(key(text, offset), counts)]++;
      }
    }
    return counts;
  }

  private int rarest(char[] text, int[] counts) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int offset = 0; offset + width <= text.length && least > 1; offset++) {
      int count = counts[counter(key(text, offset), counts)];
      if (count < least) {
        least = count;
        best = offset;
      }
    }
    return best;
  }

  private long key(char[] text, int offset) {
    long key = 0;
    for (int i = offset; i < offset + width; i++) {
      key = key << 16 | text[i];
    }
    return key;
  }

  private int bucket(long key) {
    return (int) ((key * HASH_MULTIPLIER) >>> shift);
  }

  private int nextBucket(int bucket) {
    return (bucket + 1) & (heads.length - 1);
  }

  private static int counter(long key, int[] counts) {
    return (int) ((key * HASH_MULTIPLIER) >>> (Long.numberOfLeadingZeros(counts.length) + 1));
  }
}
