package io.goldenpath.alerts;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An alert, by what it is raised, and in which situations.
 *
 * @param within Minutes after which it is there.
 * @param alsoIn Situations besides those in which every alert is there.
 * @param neverIn Situations in which it is not there, although every other one is.
 * @param beside Other alerts of the same fault; Alertmanager keeps them back.
 */
record AlertCase(
    String alert,
    String severity,
    Fault fault,
    String journey,
    int within,
    Set<Situation> alsoIn,
    Set<Situation> neverIn,
    Set<String> beside) {

  private static final Set<Situation> EVERY_ALERT =
      EnumSet.of(Situation.LASTING, Situation.RESTART, Situation.GAPS, Situation.REMOVED);

  static AlertCase of(String alert, String severity, Fault fault, String journey, int within) {
    return new AlertCase(alert, severity, fault, journey, within, Set.of(), Set.of(), Set.of());
  }

  AlertCase alsoIn(Situation first, Situation... more) {
    return new AlertCase(
        alert, severity, fault, journey, within, EnumSet.of(first, more), neverIn, beside);
  }

  AlertCase neverIn(Situation first, Situation... more) {
    return new AlertCase(
        alert, severity, fault, journey, within, alsoIn, EnumSet.of(first, more), beside);
  }

  AlertCase beside(String... others) {
    return new AlertCase(alert, severity, fault, journey, within, alsoIn, neverIn, Set.of(others));
  }

  String namespace() {
    return (alert + "-" + severity + "-" + journey).toLowerCase(Locale.ROOT);
  }

  boolean objective() {
    return alert.equals("GoldenPathErrorBudgetBurn");
  }

  /** Whether it is there, once it has had the time, and before the end. */
  boolean isThere(Situation situation) {
    return !neverIn.contains(situation)
        && (EVERY_ALERT.contains(situation) || alsoIn.contains(situation));
  }

  /** Whether it is there at the end. */
  boolean stays(Situation situation) {
    return switch (situation) {
      case HOURLY -> !neverIn.contains(situation);
      case REMOVED -> alsoIn.contains(situation);
      case BLIP -> false;
      default -> isThere(situation);
    };
  }

  List<Situation> there() {
    return EnumSet.allOf(Situation.class).stream().filter(this::isThere).toList();
  }

  List<Situation> atTheEnd() {
    return EnumSet.allOf(Situation.class).stream().filter(this::stays).toList();
  }
}
