package io.goldenpath.web.page.probe;

import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which runs of a probe somebody wants to see; what is null does not matter.
 *
 * @param step Of a finding.
 * @param kind Of the same finding.
 * @param text Some words of a finding's sentence, of a release or of a trigger; empty for any.
 * @param before They come after it in the list.
 */
record RunListFilter(
    @Nullable Outcome outcome,
    @Nullable Step step,
    @Nullable FindingKind kind,
    String text,
    @Nullable Cursor before) {

  /** What is no name of an outcome, step or kind is passed over. */
  static RunListFilter of(Map<String, String> parameters) {
    return new RunListFilter(
        named(Outcome.values(), parameters.get("outcome")),
        named(Step.values(), parameters.get("step")),
        named(FindingKind.values(), parameters.get("kind")),
        parameters.getOrDefault("text", "").strip(),
        Cursor.of(parameters.getOrDefault("before", "")).orElse(null));
  }

  private static <T extends Labelled> @Nullable T named(T[] all, @Nullable String label) {
    return Stream.of(all).filter(one -> one.label().equals(label)).findFirst().orElse(null);
  }

  /** Whether more is asked than the history has an index for. */
  boolean looksInside() {
    return step != null || kind != null || !text.isEmpty();
  }

  public boolean any() {
    return outcome != null || looksInside();
  }

  boolean matches(Run run) {
    return ((step == null && kind == null) || run.findings().stream().anyMatch(this::matches))
        && (text.isEmpty() || words(run).anyMatch(this::contains));
  }

  private boolean matches(Finding finding) {
    return (step == null || step == finding.step()) && (kind == null || kind == finding.kind());
  }

  private static Stream<String> words(Run run) {
    return Stream.concat(
        run.findings().stream().map(Finding::message),
        Stream.of(run.id(), run.info().trigger().label(), run.releaseName().orElse("")));
  }

  private boolean contains(String words) {
    return words.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  /** The same, from there on; as the query of an address. */
  String query(Cursor place) {
    UriComponentsBuilder query = UriComponentsBuilder.newInstance();
    add(query, "outcome", outcome == null ? "" : outcome.label());
    add(query, "step", step == null ? "" : step.label());
    add(query, "kind", kind == null ? "" : kind.label());
    add(query, "text", text);
    add(query, "before", place.toString());
    return query.encode().build().toUriString();
  }

  private static void add(UriComponentsBuilder query, String name, String value) {
    if (!value.isEmpty()) {
      query.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
    }
  }
}
