package io.goldenpath.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MultiStringSearchTests {

  /** Of few letters, so that they overlap and hold each other. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars('a', 'b', '\u0000', '…').ofMinLength(1).ofMaxLength(9);
  }

  @Provide
  Arbitrary<String> haystacks() {
    return Arbitraries.strings().withChars('a', 'b', '\u0000', '…').ofMaxLength(60);
  }

  @Property
  void findsWhateverIsThereAndNothingElse(
      @ForAll @Size(max = 40) List<@net.jqwik.api.From("texts") String> texts,
      @ForAll("haystacks") String in) {
    List<String> distinct = texts.stream().distinct().toList();
    List<String> expected = new ArrayList<>();
    for (String text : distinct) {
      for (int at = in.indexOf(text); at >= 0; at = in.indexOf(text, at + 1)) {
        expected.add(at + text);
      }
    }

    assertThat(found(distinct, in)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void findsNothingThatIsCutOff() {
    List<Integer> found = new ArrayList<>();

    MultiStringSearch.of(List.of("abcd"))
        .find("bcdabcdabc".toCharArray(), (_, at) -> found.add(at));

    assertThat(found).containsExactly(3);
  }

  @Test
  void looksCloserNoMoreOftenHoweverManyTextsBeginAlike() {
    List<String> few = addresses(100);
    List<String> many = addresses(5_000);
    char[] frame =
        "{\"user_id\":\"golden-path-probe-00042@example.com\",\"run_id\":\"r\"}".toCharArray();

    int looks = MultiStringSearch.of(few).find(frame, (_, _) -> {});

    assertThat(looks).isBetween(1, 8);
    assertThat(MultiStringSearch.of(many).find(frame, (_, _) -> {})).isBetween(1, 8);
  }

  private static List<String> addresses(int users) {
    return IntStream.range(0, users)
        .mapToObj("golden-path-probe-%05d@example.com"::formatted)
        .toList();
  }

  private static List<String> found(List<String> texts, String in) {
    List<String> found = new ArrayList<>();
    char[] letters = in.toCharArray();
    MultiStringSearch.of(texts).find(letters, (text, at) -> found.add(at + texts.get(text)));
    return found;
  }
}
