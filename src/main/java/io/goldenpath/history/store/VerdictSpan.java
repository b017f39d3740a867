package io.goldenpath.history.store;

import io.goldenpath.model.run.Verdict;
import java.time.Instant;

/** A time through which a probe had one verdict. */
public record VerdictSpan(Verdict verdict, Instant from, Instant to) {}
