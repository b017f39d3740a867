package io.goldenpath.web.page.probe;

import io.goldenpath.history.FindingCriteria;
import io.goldenpath.history.RunCriteria;
import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which runs of a probe somebody wants to see; what is null does not matter.
 *
 * @param step Of a finding.
 * @param kind Of the same finding.
 * @param text Some words of the same finding; empty for any.
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

  public boolean any() {
    return outcome != null || step != null || kind != null || !text.isEmpty();
  }

  RunCriteria criteria(ProbeId probe) {
    FindingCriteria finding = new FindingCriteria(kind, step, text.isEmpty() ? null : text);
    return new RunCriteria(probe.target(), probe.journey(), outcome, finding, null, before);
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
