package io.goldenpath.redaction;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Index of some secrets, found in one pass over a text. */
final class SecretIndex {

  private static final int MIN_PREFIX = 6;
  private static final int WINDOW = 4096;

  private final Set<String> secrets;
  private final List<String> forms;
  private final String[] sorted;
  private final MultiStringSearch whole;
  private final MultiStringSearch prefixes;
  private final int longest;

  SecretIndex(Collection<String> secrets) {
    this.secrets = new LinkedHashSet<>(secrets);
    this.forms =
        this.secrets.stream()
            .flatMap(secret -> SecretEncodings.of(secret).stream())
            .distinct()
            .toList();
    this.sorted =
        forms.stream().filter(form -> form.length() > MIN_PREFIX).sorted().toArray(String[]::new);
    this.whole = MultiStringSearch.of(forms);
    this.prefixes =
        MultiStringSearch.of(
            Arrays.stream(sorted).map(form -> form.substring(0, MIN_PREFIX)).distinct().toList());
    this.longest = Arrays.stream(sorted).mapToInt(String::length).max().orElse(0);
  }

  int size() {
    return secrets.size();
  }

  boolean contains(String secret) {
    return secrets.contains(secret);
  }

  SecretIndex mergedWith(SecretIndex other) {
    Set<String> both = new LinkedHashSet<>(secrets);
    both.addAll(other.secrets);
    return new SecretIndex(both);
  }

  void find(char[] text, BitSet hidden) {
    whole.find(text, (form, from) -> hidden.set(from, from + forms.get(form).length()));
  }

  /** Start of the longest beginning of a secret that ends at {@code end}; else {@code end}. */
  int prefixStart(String text, int end) {
    int least = Math.max(0, end - Math.min(longest - 1, WINDOW));
    if (end - least < MIN_PREFIX) {
      return end;
    }
    char[] tail = new char[end - least];
    text.getChars(least, end, tail, 0);
    int[] first = {end};
    prefixes.find(
        tail,
        (_, from) -> {
          if (least + from < first[0] && isPrefix(text.substring(least + from, end))) {
            first[0] = least + from;
          }
        });
    return first[0];
  }

  private boolean isPrefix(String beginning) {
    int place = Arrays.binarySearch(sorted, beginning + '\0');
    int next = place < 0 ? -place - 1 : place;
    return next < sorted.length && sorted[next].startsWith(beginning);
  }
}
