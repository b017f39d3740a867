package io.goldenpath.dialect.conversation;

import io.goldenpath.dialect.TakenRule;
import java.util.ArrayList;
import java.util.List;

/** Which rules have taken which messages since it was last read. */
final class RuleLog {

  private final List<TakenRule> rules = new ArrayList<>();

  void add(String rule, int frame) {
    rules.add(new TakenRule(rule, frame));
  }

  List<TakenRule> read() {
    List<TakenRule> all = List.copyOf(rules);
    rules.clear();
    return all;
  }
}
