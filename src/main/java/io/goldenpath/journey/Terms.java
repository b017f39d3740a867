package io.goldenpath.journey;

import io.goldenpath.contract.Hearer;
import io.goldenpath.contract.Judgement;
import io.goldenpath.contract.Question;
import io.goldenpath.probe.Limits;
import java.util.function.Function;

/**
 * What holds for one chat.
 *
 * @param question What is asked.
 * @param limits How long each part may take.
 * @param companion Who else is to know what happens.
 * @param hearing Who is told in place of the judgement.
 */
record Terms(
    Question question, Limits limits, Companion companion, Function<Judgement, Hearer> hearing) {

  /** One user alone, whom the judgement hears. */
  static Terms of(Road road) {
    return of(road, road.question(), Companion.NOBODY);
  }

  /** One of several users, whom the judgement hears. */
  static Terms of(Road road, Question question, Companion companion) {
    return new Terms(question, road.probe().limits(), companion, judgement -> judgement);
  }

  /** The same for another question. */
  Terms asking(Question other, Function<Judgement, Hearer> hears) {
    return new Terms(other, limits, companion, hears);
  }

  /** The same where others hear. */
  Terms heardBy(Limits others, Function<Judgement, Hearer> hears) {
    return new Terms(question, others, companion, hears);
  }
}
