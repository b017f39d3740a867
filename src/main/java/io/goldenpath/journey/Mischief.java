package io.goldenpath.journey;

import io.goldenpath.contract.EndingWords;
import io.goldenpath.contract.Question;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Exercise.Malformed;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a platform has to bear on an open connection: malformed messages, and a burst. */
final class Mischief {

  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final Road road;
  private final Exercise.Recovery exercise;
  private final Traveller traveller;
  private final EarlierRuns earlier;
  private final Notes notes;
  private final Pardons pardons;
  private final Line line;

  Mischief(
      Road road,
      Exercise.Recovery exercise,
      Traveller traveller,
      EarlierRuns earlier,
      Pardons pardons,
      Line line) {
    this.road = road;
    this.exercise = exercise;
    this.traveller = traveller;
    this.earlier = earlier;
    this.notes = traveller.notes();
    this.pardons = pardons;
    this.line = line;
  }

  /** What there is to bear, in words; empty where there is nothing. */
  Optional<String> what() {
    List<String> what = new ArrayList<>();
    if (!exercise.malformed().isEmpty()) {
      what.add("malformed messages");
    }
    if (exercise.burst() > 0) {
      what.add("a burst of questions");
    }
    return what.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", what));
  }

  /** Whether there is still a connection afterwards, or a new one. */
  boolean survived() throws InterruptedException {
    for (Malformed kind : exercise.malformed()) {
      Optional<Ending> ending = provoked(kind);
      if (ending.isPresent()) {
        notes.find(
            ending.get() instanceof Ending.Violation
                ? FindingKind.PROTOCOL_ERROR
                : FindingKind.DROPPED,
            Step.SEND,
            "an error frame, or nothing",
            "The connection was lost on a malformed message (%s): it was %s"
                .formatted(label(kind), EndingWords.describe(ending.get())));
        if (!restored()) {
          return false;
        }
        break;
      }
    }
    return exercise.burst() == 0 || rushed();
  }

  private Optional<Ending> provoked(Malformed kind) throws InterruptedException {
    Chat chat = line.next();
    Optional<String> message =
        new Malformations(road.dialect(), road.question(), chat.judgement().maxMessage())
            .make(kind);
    if (message.isEmpty()) {
      notes.remark(
          "nothing %s was sent: the server does not say how much it takes".formatted(label(kind)));
      return Optional.empty();
    }
    Deadline patience = notes.in(PATIENCE).earlier(traveller.timeout());
    Provocation provocation = new Provocation(chat.judgement(), pardons, patience);
    Ear ear = chat.overhear(provocation);
    ear.say(message.get(), patience);
    ear.listen(patience, () -> false);
    chat.judgement().left(notes.now());
    chat.settle();
    return provocation.ending();
  }

  private boolean rushed() throws InterruptedException {
    Chat chat = line.next();
    List<Question> open = new ArrayList<>();
    for (int i = 0; i < exercise.burst(); i++) {
      open.add(road.question());
    }
    Salvo salvo = new Salvo(road.contract(), road.probe().limits(), open, notes.now());
    Ear ear = chat.overhear(new Lenient(salvo, pardons));
    for (Question question : List.copyOf(open)) {
      ear.say(road.dialect().submit(question, null), traveller.timeout());
    }
    ear.listen(traveller.timeout(), () -> false);
    Deadline listen = notes.in(road.probe().plan().listen());
    chat.overhear(new Aftermath(listen)).listen(listen, () -> false);
    salvo.runs().forEach(earlier::add);
    return salvo.ending().isPresent() ? ended(salvo.ending().get()) : answered(salvo);
  }

  private boolean ended(Ending ending) throws InterruptedException {
    FindingKind kind = EndingWords.kind(ending);
    notes.find(
        kind,
        Step.EVENTS,
        "an answer or an error frame for each question",
        "The connection was lost on %d questions that were asked in one go: it was %s"
            .formatted(exercise.burst(), EndingWords.describe(ending)));
    return kind == FindingKind.DROPPED && restored();
  }

  private boolean answered(Salvo salvo) {
    if (salvo.unanswered() > 0) {
      notes.find(
          FindingKind.NOT_RECOVERED,
          Step.EVENTS,
          "an answer or an error frame for each question",
          "Of %d questions that were asked in one go %d were neither answered nor refused"
              .formatted(exercise.burst(), salvo.unanswered()));
    }
    return true;
  }

  private boolean restored() throws InterruptedException {
    return line.renewable() && line.renewed(notes.now(), judgement -> judgement);
  }

  private static String label(Malformed kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
