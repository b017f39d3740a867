package io.goldenpath.notify.message;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.notify.message.NoticeText.Fact;
import io.goldenpath.notify.message.NoticeText.Link;
import io.goldenpath.redaction.PrintableText;
import io.goldenpath.settings.keys.notify.AlertSeverity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts messages into words. */
public record NoticeWriter(NoticePlace place) {

  /** Of more incidents than these, only the number is told. */
  private static final int MOST_NAMED = 20;

  private static final int MOST_LINKED = 4;
  private static final Duration LATE = Duration.ofMinutes(2);
  private static final int MOST_IN_TITLE = 3;
  private static final int LONGEST_TITLE = 200;

  public NoticeText write(Notice notice) {
    if (notice.kind() == NoticeKind.TEST) {
      return test();
    }
    List<IncidentWords> all =
        notice.incidents().stream()
            .map(incident -> new IncidentWords(incident, notice.kind(), notice.at()))
            .toList();
    return all.size() == 1 ? one(all.getFirst(), notice) : several(all, notice);
  }

  private NoticeText test() {
    return new NoticeText(
        "This is a test of the golden path monitor in " + place.location(),
        List.of("Nothing is wrong: somebody tries out whether its messages arrive here."),
        List.of(),
        place.home().map(home -> new Link("Status page", home)).stream().toList());
  }

  private NoticeText one(IncidentWords words, Notice notice) {
    return new NoticeText(
        title(words.title()),
        Stream.concat(Stream.of(words.sentence()), rest(notice)).map(PrintableText::of).toList(),
        words.facts(place).stream()
            .map(fact -> new Fact(fact.name(), PrintableText.of(fact.value())))
            .toList(),
        words.links(place));
  }

  private NoticeText several(List<IncidentWords> all, Notice notice) {
    List<String> sentences = new ArrayList<>();
    all.stream().limit(MOST_NAMED).map(IncidentWords::paragraph).forEach(sentences::add);
    if (all.size() > MOST_NAMED) {
      sentences.add("And %d more.".formatted(all.size() - MOST_NAMED));
    }
    rest(notice).forEach(sentences::add);
    List<Link> links = new ArrayList<>();
    place.home().ifPresent(home -> links.add(new Link("Status page", home)));
    all.stream().limit(MOST_LINKED).flatMap(words -> words.page(place)).forEach(links::add);
    List<Fact> facts =
        notice.kind() == NoticeKind.RESOLVED
            ? List.of(new Fact("Seen from", place.location()))
            : List.of(
                new Fact("Seen from", place.location()),
                new Fact("Acknowledge", IncidentWords.acknowledgeEach(place)));
    return new NoticeText(
        title(summary(all, notice)),
        sentences.stream().map(PrintableText::of).toList(),
        facts,
        links);
  }

  private static String summary(List<IncidentWords> all, Notice notice) {
    String names =
        String.join(", ", all.stream().limit(MOST_IN_TITLE).map(IncidentWords::name).toList());
    int more = all.size() - MOST_IN_TITLE;
    return "%s: %d probes %s: %s%s"
        .formatted(
            IncidentWords.mark(notice.kind(), notice.severity()),
            all.size(),
            IncidentWords.predicate(notice.kind(), state(notice)),
            names,
            more > 0 ? " and %d more".formatted(more) : "");
  }

  private static String state(Notice notice) {
    Set<Boolean> degraded =
        notice.incidents().stream()
            .map(one -> one.severity() == AlertSeverity.DEGRADED)
            .collect(Collectors.toSet());
    if (degraded.size() > 1) {
      return "down or degraded";
    }
    return degraded.contains(true) ? "degraded" : "down";
  }

  private static Stream<String> rest(Notice notice) {
    List<String> rest = new ArrayList<>();
    if (notice.kind() == NoticeKind.RESOLVED && notice.others() > 0) {
      rest.add(
          "Of those that broke together, %d %s still open."
              .formatted(notice.others(), notice.others() == 1 ? "is" : "are"));
    }
    if (Duration.between(notice.at(), notice.sent()).compareTo(LATE) > 0) {
      rest.add(
          "This message is of %s: it could not be delivered earlier."
              .formatted(new NoticeTime(notice.sent()).of(notice.at())));
    }
    return rest.stream();
  }

  private static String title(String text) {
    return PrintableText.of(Excerpt.of(text, LONGEST_TITLE));
  }
}
