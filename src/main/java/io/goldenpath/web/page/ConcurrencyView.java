package io.goldenpath.web.page;

import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.ConcurrencyText;
import java.util.List;
import java.util.stream.Stream;

/** Comparison of the users of one run. */
record ConcurrencyView(String title, List<ConcurrencyText.Fact> facts) {

  static ConcurrencyView of(ConcurrencySummary concurrency) {
    ConcurrencyText text = new ConcurrencyText(concurrency);
    return new ConcurrencyView(
        concurrency.connected().total() + " users at once",
        Stream.concat(text.shareFacts().stream(), text.latencyFacts().stream()).toList());
  }
}
