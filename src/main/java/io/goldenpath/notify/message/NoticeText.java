package io.goldenpath.notify.message;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message in words, for any receiver. It is plain text, which each of them has to escape.
 *
 * @param title What is wrong, or no longer, on one line that says it all.
 * @param sentences The same in full, a sentence for each incident.
 * @param facts What else is known, where it is of one incident.
 * @param links The most useful first.
 */
public record NoticeText(String title, List<String> sentences, List<Fact> facts, List<Link> links) {

  /** Something known, such as the release. */
  public record Fact(String name, String value) {}

  /** Where there is more. */
  public record Link(String name, String address) {}

  public NoticeText {
    sentences = List.copyOf(sentences);
    facts = List.copyOf(facts);
    links = List.copyOf(links);
  }

  /** All but the title, line by line. */
  public String plain() {
    return Stream.of(
            sentences.stream(),
            facts.stream().map(fact -> fact.name() + ": " + fact.value()),
            links.stream().map(link -> link.name() + ": " + link.address()))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }
}
