package io.goldenpath.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.dialect.FrameReplay.TimedFrame;
import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any users who walk at once. */
class JointJudgementPropertyTests {

  private static final int AFTER_ALL = 4_000;

  /** Two to eight good runs in any envelopes, whatever harmless frames come between. */
  @Provide
  Arbitrary<List<List<TimedFrame>>> companies() {
    return Combinators.combine(GoodRunArbitraries.runs(), GoodRunArbitraries.noise())
        .as(GoodRunArbitraries::with)
        .list()
        .ofMinSize(2)
        .ofMaxSize(8)
        .map(JointJudgementPropertyTests::named);
  }

  /** Of platforms that say which run an event belongs to. */
  @Provide
  Arbitrary<List<List<TimedFrame>>> namedCompanies() {
    return GoodRunArbitraries.runs()
        .filter(run -> run.stream().allMatch(timedFrame -> timedFrame.frame().contains("\"r1\"")))
        .list()
        .ofMinSize(2)
        .ofMaxSize(8)
        .map(JointJudgementPropertyTests::named);
  }

  @Property
  void findsNothingBetweenUsersWhoseRunsAreGood(@ForAll("companies") List<List<TimedFrame>> runs) {
    assertThat(new JointReplay(runs).findings()).isEmpty();
  }

  @Property
  void findsOneLeakInAnyFormBetweenAnyTwoAndNothingElse(
      @ForAll("companies") List<List<TimedFrame>> runs,
      @ForAll @IntRange(max = 7) int first,
      @ForAll @IntRange(min = 1, max = 7) int distance,
      @ForAll @IntRange(min = 1, max = AFTER_ALL) int at,
      @ForAll Secret secret,
      @ForAll Form form) {
    int recipient = first % runs.size() + 1;
    int owner = (first + 1 + (distance - 1) % (runs.size() - 1)) % runs.size() + 1;
    String leak = form.written(secret.of(owner));
    List<List<TimedFrame>> leaking =
        with(runs, recipient, List.of(notice(at, "It is " + leak + ".")));

    Finding finding = only(new JointReplay(leaking).findings());

    assertThat(finding.kind().label()).isEqualTo("leak_content");
    assertThat(finding.slot()).isEqualTo(recipient);
    assertThat(finding.evidence().frames())
        .containsExactly(frame(leaking.get(recipient - 1), leak));
    assertThat(other(finding).slot()).isEqualTo(owner);
    assertThat(other(finding).frames())
        .containsExactly(secret == Secret.CODE ? JointReplay.ASKED : 1);
  }

  @Property
  void findsALeakThatIsSplitAnywhere(
      @ForAll("companies") List<List<TimedFrame>> runs,
      @ForAll @IntRange(min = 1, max = 7) int cut,
      @ForAll @IntRange(min = 1, max = AFTER_ALL) int at,
      @ForAll Secret secret) {
    String leak = secret.of(2);
    List<TimedFrame> parts =
        List.of(
            notice(at, "It is " + leak.substring(0, cut)),
            notice(at + 40, leak.substring(cut) + " it is."));

    Finding finding = only(new JointReplay(with(runs, 1, parts)).findings());

    assertThat(finding.kind().label()).isEqualTo("leak_content");
    assertThat(finding.slot()).isEqualTo(1);
    assertThat(finding.evidence().frames()).hasSize(2);
    assertThat(other(finding).slot()).isEqualTo(2);
  }

  @Property
  void callsACopyOfAnothersEventRoutingAndNothingElse(
      @ForAll("namedCompanies") List<List<TimedFrame>> runs,
      @ForAll @IntRange(max = 4) int event,
      @ForAll @IntRange(min = 1, max = AFTER_ALL) int at) {
    String copy = runs.get(1).get(event).frame();

    List<List<TimedFrame>> copied =
        with(
            runs,
            1,
            List.of(new TimedFrame(Math.min(at, runs.getFirst().getLast().at() + 400), copy)));
    Finding finding = only(new JointReplay(copied).findings());

    assertThat(finding.kind().label()).isEqualTo("leak_routing");
    assertThat(finding.slot()).isEqualTo(1);
    assertThat(finding.evidence().frames()).containsExactly(frame(copied.getFirst(), copy));
    assertThat(other(finding).slot()).isEqualTo(2);
  }

  @Property
  void callsAnEventThatWentToAnotherDivertedAndNothingElse(
      @ForAll("namedCompanies") List<List<TimedFrame>> runs,
      @ForAll @IntRange(max = 4) int event,
      @ForAll @IntRange(min = 1, max = AFTER_ALL) int at) {
    List<TimedFrame> poorer = new ArrayList<>(runs.get(1));
    TimedFrame lost = poorer.remove(event);
    List<List<TimedFrame>> diverted =
        new ArrayList<>(
            with(
                runs,
                1,
                List.of(
                    new TimedFrame(
                        Math.min(at, runs.getFirst().getLast().at() + 400), lost.frame()))));
    diverted.set(1, poorer);

    Finding finding = only(new JointReplay(diverted).findings());

    assertThat(finding.kind().label()).isEqualTo("diverted");
    assertThat(finding.slot()).isEqualTo(2);
    assertThat(other(finding).slot()).isEqualTo(1);
    assertThat(other(finding).frames()).containsExactly(frame(diverted.getFirst(), lost.frame()));
  }

  /** What a user is known by. */
  enum Secret {
    CODE,
    EMAIL,
    ID;

    String of(int slot) {
      return switch (this) {
        case CODE -> JointReplay.nonce(slot);
        case EMAIL -> JointReplay.email(slot);
        case ID -> JointReplay.subject(slot);
      };
    }
  }

  /** How it is written. */
  enum Form {
    PLAIN,
    CAPITALS,
    SMALL,
    ESCAPED,
    OCTETS,
    BASE64,
    BASE64_SHIFTED,
    BASE64_TWICE_SHIFTED;

    String written(String text) {
      return switch (this) {
        case PLAIN -> text;
        case CAPITALS -> text.toUpperCase(Locale.ROOT);
        case SMALL -> text.toLowerCase(Locale.ROOT);
        case ESCAPED -> letters(text, "\\u%04x");
        case OCTETS -> letters(text, "%%%02X");
        case BASE64 -> base64(text);
        case BASE64_SHIFTED -> base64("=" + text);
        case BASE64_TWICE_SHIFTED -> base64("= " + text + " ");
      };
    }

    private static String letters(String text, String format) {
      return text.chars().mapToObj(format::formatted).collect(Collectors.joining());
    }

    private static String base64(String text) {
      return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<List<TimedFrame>> named(List<List<TimedFrame>> runs) {
    List<List<TimedFrame>> named = new ArrayList<>();
    for (List<TimedFrame> run : runs) {
      named.add(JointReplay.of(named.size() + 1, run));
    }
    return named;
  }

  private static List<List<TimedFrame>> with(
      List<List<TimedFrame>> runs, int slot, List<TimedFrame> more) {
    List<List<TimedFrame>> changed = new ArrayList<>(runs);
    changed.set(slot - 1, GoodRunArbitraries.with(runs.get(slot - 1), more));
    return changed;
  }

  private static TimedFrame notice(int at, String text) {
    return new TimedFrame(at, "{\"type\":\"broadcast\",\"data\":{\"message\":\"" + text + "\"}}");
  }

  private static int frame(List<TimedFrame> lines, String text) {
    for (int position = 0; position < lines.size(); position++) {
      if (lines.get(position).frame().contains(text)) {
        return JointReplay.ASKED + 1 + position;
      }
    }
    throw new AssertionError("no frame has " + text);
  }

  private static Evidence.OtherUser other(Finding finding) {
    return Objects.requireNonNull(finding.evidence().otherUser());
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }
}
