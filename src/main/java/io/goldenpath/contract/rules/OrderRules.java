package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.AFTER_TERMINAL;
import static io.goldenpath.model.finding.FindingKind.DUPLICATE_EVENT;
import static io.goldenpath.model.finding.FindingKind.OUT_OF_ORDER;
import static io.goldenpath.model.finding.FindingKind.UNPAIRED_TOOL;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.EventOrder;
import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.contract.stream.ForeignEvents;
import io.goldenpath.contract.stream.PairMatcher;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.contract.stream.UnmatchedEvent;
import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.FindingDraft;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.Optional;

/** Reports events that break the contract's order, lack the other one of their pair, or repeat. */
record OrderRules(Contract contract, ForeignEvents foreign, Duration listen) {

  void order(RunEvents run, Findings findings) {
    for (EventOrder.Precedence precedence : contract.flow().order().precedences(run.names())) {
      TimedEvent before = run.first(precedence.before()).orElseThrow();
      TimedEvent after = run.first(precedence.after()).orElseThrow();
      if (before.frame() > after.frame() && !judgedElsewhere(precedence)) {
        swapped(before, after, findings);
      }
    }
  }

  private static void swapped(TimedEvent before, TimedEvent after, Findings findings) {
    String lead = DurationText.between(after.nanos(), before.nanos());
    findings
        .of(OUT_OF_ORDER, before)
        .frames(after.frame())
        .contrast(before.name() + " before " + after.name(), after.name() + " first, by " + lead)
        .says("Wrong order: %s came %s before %s", after.name(), lead, before.name());
  }

  /** {@link #pairs} and {@link #afterTerminal} report these. */
  private boolean judgedElsewhere(EventOrder.Precedence precedence) {
    return contract.flow().terminal().has(precedence.after())
        || contract.flow().allPairs().stream()
            .anyMatch(pair ->
                pair.opens().equals(precedence.before())
                    && pair.closes().equals(precedence.after()));
  }

  void pairs(RunEvents run, Findings findings) {
    for (EventPair pair : contract.flow().allPairs()) {
      PairMatcher pairs = new PairMatcher(pair);
      run.all().forEach(pairs::add);
      pairs.swapped().forEach(both -> swapped(both.opened(), both.closed(), findings));
      for (UnmatchedEvent closing : pairs.unopened()) {
        String problem = "%s was reported as completed (%s), but was never announced (no %s)";
        unpaired(closing, pair, pair.opens(), problem, closing.event().nanos(), findings);
      }
      if (run.terminal().isPresent()) {
        String problem = "%s was announced (%s), but its end was never reported (no %s)";
        long end = run.terminal().get().nanos();
        pairs.open().forEach(open -> unpaired(open, pair, pair.closes(), problem, end, findings));
      }
    }
  }

  private void unpaired(
      UnmatchedEvent half,
      EventPair pair,
      String missing,
      String text,
      long end,
      Findings findings) {
    TimedEvent event = half.event();
    if (!foreign.suppresses(pair, half.key())) {
      findings
          .of(UNPAIRED_TOOL)
          .at(end)
          .frames(event.frame())
          .about(missing)
          .contrast(missing + " of " + subject(event), event.name() + " only")
          .says(text, named(event), event.name(), missing);
    }
  }

  private static String named(TimedEvent event) {
    return event.event().tool() == null ? event.name() : "The tool " + subject(event);
  }

  private static String subject(TimedEvent event) {
    String tool = event.event().tool();
    return tool == null ? event.name() : Excerpt.of(tool);
  }

  static void duplicates(RunEvents run, Findings findings) {
    for (TimedEvent again : run.repeated()) {
      Optional<TimedEvent> end =
          run.terminal().filter(last -> last.nanos() < again.nanos() && !run.isTerminal(again));
      if (end.isPresent()) {
        reportLate(run, end.get(), again, findings);
        continue;
      }
      String mark = again.event().body().retried() ? ", marked as sent again" : "";
      findings
          .of(DUPLICATE_EVENT, again)
          .contrast(again.name() + " once", "the same event again" + mark)
          .says(
              "%s came twice: the same event again%s, %s after the question",
              again.name(), mark, DurationText.between(run.sentNanos(), again.nanos()));
    }
  }

  void afterTerminal(RunEvents run, Findings findings) {
    for (TimedEvent late : run.afterTerminal()) {
      run.terminal()
          .filter(terminal -> late.nanos() - terminal.nanos() <= listen.toNanos())
          .filter(_ -> judgesLater(late))
          .ifPresent(terminal -> reportLate(run, terminal, late, findings));
    }
  }

  /** Where the dialect tells the end, it also knows what may come after it. */
  private boolean judgesLater(TimedEvent late) {
    return late.end() || contract.flow().terminal().isEnd() || contract.knows(late.name());
  }

  private static void reportLate(
      RunEvents run, TimedEvent terminal, TimedEvent late, Findings findings) {
    boolean again = run.isTerminal(late);
    String name = late.name();
    String after = DurationText.between(terminal.nanos(), late.nanos());
    FindingDraft draft =
        findings.of(again ? DUPLICATE_EVENT : AFTER_TERMINAL, late).frames(terminal.frame());
    if (again) {
      draft
          .contrast("one " + name, "a second")
          .says("The run ended twice: a second, different %s came %s after the first", name, after);
    } else {
      draft
          .contrast("nothing after " + terminal.name(), name)
          .says("%s came %s after the run had ended%s", name, after, by(terminal));
    }
  }

  /** Wording to follow "the run ended". */
  static String by(TimedEvent terminal) {
    return terminal.end() ? "" : " with " + terminal.name();
  }
}
