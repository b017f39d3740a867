package io.goldenpath.contract.stream;

/** Event whose counterpart in a pair has not come; there are several where it opens several. */
public record UnmatchedEvent(TimedEvent event, PairKey key) {}
