package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.model.time.TimeLimits;
import java.util.function.Function;

/**
 * What holds for one chat.
 *
 * @param question What is asked.
 * @param limits How long each part may take.
 * @param tap Who else is to know what happens.
 * @param listenerFor Who is told in place of the judgement.
 */
public record TurnOptions(
    Question question,
    TimeLimits limits,
    FrameTap tap,
    Function<UserJudgement, FrameListener> listenerFor) {

  /** One user alone, whom the judgement hears. */
  public static TurnOptions of(RunContext context) {
    return of(context, context.question(), FrameTap.NONE);
  }

  /** One of several users, whom the judgement hears. */
  static TurnOptions of(RunContext context, Question question, FrameTap tap) {
    return new TurnOptions(question, context.probe().limits(), tap, judgement -> judgement);
  }

  /** The same for another question. */
  TurnOptions withQuestion(Question other, Function<UserJudgement, FrameListener> hears) {
    return new TurnOptions(other, limits, tap, hears);
  }

  /** The same where others hear. */
  public TurnOptions withListener(TimeLimits others, Function<UserJudgement, FrameListener> hears) {
    return new TurnOptions(question, others, tap, hears);
  }
}
