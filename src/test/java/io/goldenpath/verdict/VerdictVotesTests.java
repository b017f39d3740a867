package io.goldenpath.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.VerdictPolicy;
import io.goldenpath.model.run.Verdict;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Votes and what they decide, a letter each: up, degraded, failed, and ? for unknown. */
class VerdictVotesTests {

  private VerdictVotes votes = VerdictVotes.NONE;

  @ParameterizedTest
  @CsvSource({
    "U, U", // the first good run decides
    "D, D",
    "FFF, ?FF", // the first failed one does not
    "FUF, ?UF",
    "UFUUFU, UUUUUU", // one of three is none
    "UFUF, UUUF",
    "UFF, UUF",
    "UFFUU, UUFFU", // two in a row recover
    "UFFUFUU, UUFFFFU",
    "UFFUUFU, UUFFUUU", // and what was before is not counted again
    "UDD, UUD", // degraded by the same numbers
    "UDFF, UUDF",
    "UDDUU, UUDDU",
    "UFFDDUU, UUFFDDU",
    "UFFDUU, UUFFDU"
  })
  void decideByTwoOfThreeAndTwoInARow(String runs, String verdicts) {
    assertThat(decided(runs, VerdictPolicy.DEFAULT)).isEqualTo(verdicts);
  }

  @ParameterizedTest
  @CsvSource({"FUFDU, FUFDU", "UFUFUFUFUFUFUFUF, UFUFUFUFUFUFUFUF"})
  void areTheVerdictThemselvesWhereEachCounts(String runs, String verdicts) {
    assertThat(decided(runs, VerdictPolicy.EACH_RUN)).isEqualTo(verdicts);
  }

  @Test
  void decideByOtherNumbers() {
    VerdictPolicy policy = new VerdictPolicy(3, 5, 3, Duration.ofSeconds(10));

    assertThat(decided("UFUFUFUUU", policy)).isEqualTo("UUUUUFFFU");
  }

  @Test
  void decideAtOnceOnWhatIsCritical() {
    decided("UUU", VerdictPolicy.DEFAULT);

    assertThat(votes.afterCritical().decided()).isEqualTo(Verdict.DOWN);
    votes = votes.afterCritical();
    assertThat(decided("UU", VerdictPolicy.DEFAULT)).isEqualTo("FU");
  }

  @Test
  void flapWhenMoreThanAThirdOfTheLastTwentyChangedAndStayBad() {
    assertThat(decided("FFUUFFUUFFUUFFUU", VerdictPolicy.DEFAULT)).isEqualTo("?FFUUFFUUFFUUFFF");
    assertThat(votes.flapping()).isTrue();
    assertThat(votes.sentence(VerdictPolicy.DEFAULT))
        .isEqualTo("flapping: 7 of the last 15 runs differed from the one before");
  }

  @Test
  void areDegradedWhereTheyFlapWithoutFailingOftenEnough() {
    String verdicts = decided("UUUFUUUFUUUFUUUFUUUF", VerdictPolicy.DEFAULT);

    assertThat(verdicts).isEqualTo("UUUUUUUUUUUUUUUDDDDD");
  }

  @Test
  void settleOnceAFifthOrFewerChanged() {
    decided("FFUUFFUUFFUUFFUU", VerdictPolicy.DEFAULT);

    String verdicts = decided("U".repeat(14), VerdictPolicy.DEFAULT);

    assertThat(verdicts).startsWith("FFFFFFFFFF").endsWith("UU");
    assertThat(votes.flapping()).isFalse();
  }

  @Test
  void doNotFlapAtAThird() {
    decided("FFFUUUFFFUUUFFFUUUFFF", VerdictPolicy.DEFAULT);

    assertThat(votes.flapping()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "F, true",
    "UF, true",
    "UFU, false",
    "UFF, false",
    "UFFU, true",
    "UFFUU, false",
    "UD, false"
  })
  void wantAConfirmationOfTheFirstRunThatSpeaksAgainstTheVerdict(String runs, boolean wanted) {
    decided(runs, VerdictPolicy.DEFAULT);

    assertThat(votes.wantsConfirmation()).isEqualTo(wanted);
  }

  @Test
  void wantNoneWhereEachRunCounts() {
    decided("UF", VerdictPolicy.EACH_RUN);

    assertThat(votes.wantsConfirmation()).isFalse();
  }

  private String decided(String runs, VerdictPolicy policy) {
    return runs.chars()
        .mapToObj(run -> {
          votes = votes.after(verdict(run), policy);
          return letter(votes.decided());
        })
        .collect(Collectors.joining());
  }

  private static Verdict verdict(int letter) {
    return switch (letter) {
      case 'U' -> Verdict.UP;
      case 'D' -> Verdict.DEGRADED;
      default -> Verdict.DOWN;
    };
  }

  private static String letter(Verdict verdict) {
    return switch (verdict) {
      case UP -> "U";
      case DEGRADED -> "D";
      case DOWN -> "F";
      case UNKNOWN -> "?";
    };
  }
}
